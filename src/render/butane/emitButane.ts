import type { Element } from './element.ts';
import { elementText } from './elementText.ts';
import type { MergedConfig } from './mergedConfig.ts';
import { sectionNames, sectionPath } from './section.ts';

/** A piece of the emitted text, and the element that it is of. */
interface Chunk {
  readonly text: string;
  readonly element?: Element;
}

/**
 * A complete Butane file: a header of comments, then every section. The official translator needs nothing else to make the node's
 * Ignition of it. Elements that nodes share are made into text once.
 * @param headerLines Lines of the comment at the top, without `#`.
 */
export function emitButane(merged: MergedConfig, headerLines: readonly string[] = []): string {
  let text = '';
  for (const chunk of chunks(merged, headerLines)) text += chunk.text;
  return text;
}

/** The element that a line (from 1) of the emitted text belongs to, if any. */
export function elementAtLine(
  merged: MergedConfig,
  headerLines: readonly string[],
  line: number,
): Element | undefined {
  let first = 1;
  for (const { text, element } of chunks(merged, headerLines)) {
    const next = first + text.split('\n').length - 1;
    if (line < next) return element;
    first = next;
  }
  return undefined;
}

function* chunks(merged: MergedConfig, headerLines: readonly string[]): Generator<Chunk, void> {
  yield { text: headerLines.map(commentLine).join('') };
  yield { text: 'variant: fcos\nversion: 1.7.0\n' };
  let group = '';
  let last = '';
  for (const section of sectionNames) {
    const elements = merged[section];
    if (elements.length === 0) continue;
    const [top = '', sub] = sectionPath(section);
    // A text that keeps the empty lines at its end would take one more for its own: they part the groups already.
    if (top !== group) yield { text: `${last.endsWith('\n\n') ? '' : '\n'}${top}:\n` };
    group = top;
    if (sub !== undefined) yield { text: `  ${sub}:\n` };
    for (const element of elements) {
      last = elementText(element);
      yield { text: last, element };
    }
  }
}

/** A line of a comment; whatever could end the line or hide in it is left out. */
function commentLine(line: string): string {
  return `# ${line.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ')}`.trimEnd().concat('\n');
}
