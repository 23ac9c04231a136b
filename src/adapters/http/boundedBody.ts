import type { IncomingMessage } from 'node:http';

/**
 * The whole body of an answer.
 *
 * @param longest bytes; a longer one is an Error that says so
 */
export async function boundedBody(answer: IncomingMessage, longest: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > longest) throw new Error(`the answer is longer than ${longest / 1024 / 1024} MiB`);
    parts.push(part);
  }
  return Buffer.concat(parts, length);
}
