/** A part of a text, and what it is written in. */
export interface Piece {
  readonly text: string;
  readonly language: 'bash' | 'ini' | 'json' | 'yaml' | 'text';
}

/** The key of a block of text in Butane: a file's contents, or a unit's. */
const opening = /^( *)(?:- )?(?:inline|contents): [|>][-+0-9]*$/;

/** Butane in pieces: YAML, and the files inside it. The pieces together are the text. */
export function scriptsInside(text: string): Piece[] {
  const pieces: Piece[] = [];
  const lines = text.split('\n');
  let yaml: string[] = [];
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] ?? '';
    yaml.push(line);
    index += 1;
    const indent = opening.exec(line)?.[1]?.length;
    if (indent === undefined) continue;
    const end = endOfBlock(lines, index, indent);
    if (end === index) continue;
    pieces.push({ text: `${yaml.join('\n')}\n`, language: 'yaml' });
    pieces.push(blockPiece(lines.slice(index, end), end < lines.length));
    yaml = [];
    index = end;
  }
  return yaml.length === 0 ? pieces : [...pieces, { text: yaml.join('\n'), language: 'yaml' }];
}

/** The first line after a block: one that is not blank, and stands no deeper than its key. */
function endOfBlock(lines: readonly string[], from: number, indent: number): number {
  let end = from;
  while (end < lines.length && isInside(lines[end] ?? '', indent)) end += 1;
  return end;
}

function isInside(line: string, indent: number): boolean {
  return line.trim() === '' || line.search(/\S/) > indent;
}

function blockPiece(lines: readonly string[], isFollowed: boolean): Piece {
  const beginning = lines.find((line) => line.trim() !== '')?.trim() ?? '';
  return { text: `${lines.join('\n')}${isFollowed ? '\n' : ''}`, language: languageOf(beginning) };
}

function languageOf(beginning: string): Piece['language'] {
  if (beginning.startsWith('#!')) return 'bash';
  if (/^\[[A-Za-z]/.test(beginning)) return 'ini';
  if (beginning.startsWith('{')) return 'json';
  return /^(?:---|[\w.-]+:(?: |$))/.test(beginning) ? 'yaml' : 'text';
}
