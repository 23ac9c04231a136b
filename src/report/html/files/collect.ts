import { sha256 } from '../../../shared/digest.ts';
import type { RenderedFile } from '../../../shared/fileTree.ts';

/** Rendered files, as far as a report shows them. */
export interface CollectedFiles {
  /** By path; files with the same text are one. */
  readonly files: readonly CollectedFile[];
  /** What there was no room for. */
  readonly leftOut: { readonly files: number; readonly bytes: number };
}

export interface CollectedFile {
  /** The first one, and those of others with the same text. */
  readonly paths: readonly string[];
  readonly text: string;
}

/** Characters of all texts that a report has room for: with their colours they take four times as many. */
const usualRoom = 600_000;

/** Gathers files while a site is built, and keeps no more of them than a report has room for. */
export class FileCollection {
  readonly #room: number;
  readonly #kept = new Map<string, { paths: string[]; text: string }>();
  #used = 0;
  #files = 0;
  #bytes = 0;

  constructor(room: number = usualRoom) {
    this.#room = room;
  }

  add({ path, text }: RenderedFile): void {
    const key = sha256(text);
    const known = this.#kept.get(key);
    if (known !== undefined) {
      known.paths.push(path);
      return;
    }
    // What many nodes share is small and comes as well as what is theirs alone: the first nodes have all of their files.
    if (this.#used + text.length > this.#room) {
      this.#files += 1;
      this.#bytes += Buffer.byteLength(text);
      return;
    }
    this.#used += text.length;
    this.#kept.set(key, { paths: [path], text });
  }

  collected(): CollectedFiles {
    return { files: [...this.#kept.values()], leftOut: { files: this.#files, bytes: this.#bytes } };
  }
}
