import { longestBody, type MarkedText } from '../../ports/github.ts';

/** The text as GitHub is to have it. One that is too long is a mistake of whoever wrote it. */
export function bodyOf({ marker, text }: MarkedText): string {
  const body = `${marker}\n${text}`;
  if (body.length > longestBody) throw new Error(`a text of ${body.length} characters is too long`);
  return body;
}

/** Whether a text begins with a marker: what stands in the middle may be a quotation. GitHub may give lines another end. */
export function isMarked(body: string | null | undefined, marker: string): boolean {
  return body?.split(/\r?\n/, 1)[0] === marker;
}
