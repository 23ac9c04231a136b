import type { ButaneFile } from '../butane/config.ts';

/** A file with its text inside, which replaces what the image may have at that path. */
export function inlineFile(path: string, mode: number, text: string): ButaneFile {
  return { path, mode, overwrite: true, contents: { inline: text } };
}
