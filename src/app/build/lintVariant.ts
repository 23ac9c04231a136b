import type { Node } from '../../inventory/model/node.ts';
import type { Pointer } from '../../inventory/model/provenance.ts';
import type { TextPosition } from '../../lint/ignition/flaw.ts';
import { lintIpxe } from '../../lint/ipxe/lint.ts';
import { type Element, originOf } from '../../render/butane/element.ts';
import type { MergedConfig } from '../../render/butane/mergedConfig.ts';
import { sectionAt, sectionPath, sections } from '../../render/butane/section.ts';
import { templatePlace } from '../../render/overlay/templatePlace.ts';
import type { RenderedFile } from '../../shared/fileTree.ts';
import type { Finding, Place } from '../../shared/finding.ts';
import type { BuildContext } from './context.ts';

/** Lints a node's configuration in one variant, and remembers the scripts of its overlays for shellcheck: the built-in ones were checked when Pilotlight was built. */
export function lintConfiguration(context: BuildContext, node: Node, merged: MergedConfig): Finding[] {
  const locate = (pointer: Pointer, within?: TextPosition) => placeOf(context, node, merged, pointer, within);
  context.scripts.add(
    context.linter.scriptsOf(merged).filter(({ at }) => isOfOverlay(merged, at)),
    locate,
  );
  return context.linter.lintNode(merged, locate);
}

/** Lints a rendered script. What is wrong in it was written in the inventory, so that is where the finding points. */
export function lintScript(context: BuildContext, { path, text }: RenderedFile, source: string): Finding[] {
  const { site } = context.inventory;
  const found = lintIpxe(text, {
    file: path,
    siteUrl: site.router.url,
    servedBy: context.servedBy,
  });
  return found.map((each) => ({
    ...each,
    message: `${each.message} (line ${each.place.line} of the rendered ${path})`,
    place: { file: source, line: 1, column: 1 },
  }));
}

/** Where a value of a merged configuration was written: in an overlay, or, for the built-in base, in the node's file. */
function placeOf(
  { inventory, locate }: BuildContext,
  node: Node,
  merged: MergedConfig,
  pointer: Pointer,
  within: TextPosition | undefined,
): Place {
  const found = elementAt(merged, pointer);
  const origin = found === undefined ? undefined : originOf(found.element, found.path);
  if (found === undefined || origin?.kind !== 'overlay') return { file: node.file, line: 1, column: 1 };
  const scalar = locate(origin.file, origin.pointer);
  const text = valueAt(found.element.value, found.path);
  if (within === undefined || typeof text !== 'string') return scalar;
  return templatePlace(scalar, linesOf(inventory, origin.file), spanOf(text, within));
}

/** The element that a path of the Butane document leads into, and the rest of the path. */
function elementAt(merged: MergedConfig, pointer: Pointer): { element: Element; path: Pointer } | undefined {
  const section = sectionAt(pointer);
  if (section === undefined) return undefined;
  const rest = pointer.slice(sectionPath(section).length);
  const isList = sections[section].kind === 'list';
  const element = merged[section][isList ? Number(rest[0]) : 0];
  return element === undefined ? undefined : { element, path: isList ? rest.slice(1) : rest };
}

function isOfOverlay(merged: MergedConfig, pointer: Pointer): boolean {
  const found = elementAt(merged, pointer);
  return found !== undefined && originOf(found.element, found.path).kind === 'overlay';
}

function spanOf(text: string, { line, column, endColumn }: TextPosition) {
  const lines = text.split('\n');
  const start = lines.slice(0, line - 1).reduce((length, each) => length + each.length + 1, 0);
  const lineEnd = start + (lines[line - 1]?.length ?? 0);
  const begin = Math.min(start + column - 1, lineEnd);
  return { text, begin, end: Math.max(begin + 1, endColumn === undefined ? lineEnd : start + endColumn - 1) };
}

function valueAt(value: unknown, path: Pointer): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      at !== null && typeof at === 'object' ? (at as Record<string | number, unknown>)[key] : undefined,
    value,
  );
}

function linesOf({ files }: BuildContext['inventory'], path: string): readonly string[] {
  const file = [...files.values()].find((each) => each.path === path);
  return new TextDecoder().decode(file?.bytes).split(/\r?\n/);
}
