import type { Pointer } from '../../inventory/model/provenance.ts';
import { sha256 } from '../../shared/digest.ts';
import type { ElementText, FileElement, NodeFiles } from '../ignition/nodeFiles.ts';
import { onceForEach } from '../ignition/onceForEach.ts';
import { inlineScript } from '../units/execLine.ts';
import { parseUnit, type Unit } from '../units/unit.ts';
import { shellOf } from './shebang.ts';

/** A shell script as shellcheck takes it. Equal scripts have equal ids, wherever they stand. */
export interface Script {
  readonly id: string;
  readonly shell: 'sh' | 'bash' | 'dash';
  readonly text: string;
}

/** A script at its place in an element. */
export interface ScriptInElement {
  readonly script: Script;
  readonly source: ElementText;
  /** What it is called in messages: its path, or the unit that it stands in. */
  readonly name: string;
  /** Line of the source on which an inline script begins; undefined where the source is the script. */
  readonly inlineAt?: number;
}

/** A script at its place in a configuration: `at` is the element's path. */
export interface CollectedScript extends ScriptInElement {
  readonly at: Pointer;
}

/** The shell scripts of a configuration: files with an interpreter line, and what units give to `sh -c`. */
export function collectScripts(nodeFiles: NodeFiles): CollectedScript[] {
  return [
    ...nodeFiles.files.flatMap(({ at, element }) => scriptsOfFile(element).map((each) => ({ ...each, at }))),
    ...nodeFiles.units.flatMap(({ at, element }) =>
      scriptsOfUnit(parseUnit(element)).map((each) => ({ ...each, at })),
    ),
  ];
}

const scriptsOfFile = onceForEach(
  ({ path, texts, partlyUnknown }: FileElement): readonly ScriptInElement[] => {
    const [source] = texts;
    const shell = source === undefined ? undefined : shellOf(source.text);
    if (source === undefined || shell === undefined || texts.length > 1 || partlyUnknown) return [];
    return [{ script: script(shell, source.text), source, name: path }];
  },
);

const scriptsOfUnit = onceForEach((unit: Unit): readonly ScriptInElement[] =>
  unit.commands.flatMap(({ directive, command }) => {
    const inline = inlineScript(command);
    if (inline === undefined) return [];
    const shell = inline.shell === 'bash' ? 'bash' : inline.shell === 'dash' ? 'dash' : 'sh';
    const { source, line } = directive;
    return [{ script: script(shell, inline.script), source, name: unit.name, inlineAt: line }];
  }),
);

function script(shell: Script['shell'], text: string): Script {
  return { id: sha256(`${shell}\0${text}`), shell, text };
}
