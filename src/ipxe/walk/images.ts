import { isScript } from '../parse.ts';
import { imageNameOf } from '../uri.ts';
import type { Answer } from './outcome.ts';

/** A file that iPXE holds in memory. */
export interface Image {
  name: string;
  readonly url: string;
  /** `other` is text that is neither a script nor a program: it can be an initrd, but not be run. */
  readonly type: 'script' | 'program' | 'other';
  readonly text: string;
  cmdline: string | undefined;
}

/** The images that are registered, in the order of iPXE's list. */
export class Images {
  readonly #registered: Image[] = [];
  selected: Image | undefined;
  #unnamed = 0;

  /** Registers what was fetched. Programs start with `MZ`, as EFI programs and Linux kernels do. */
  register(url: string, answer: Answer): Image {
    const text = answer.body ?? '';
    const program = answer.body === undefined || text.startsWith('MZ');
    const image: Image = {
      name: imageNameOf(url) ?? `img${this.#unnamed++}`,
      url,
      type: isScript(text) ? 'script' : program ? 'program' : 'other',
      text,
      cmdline: undefined,
    };
    this.#registered.push(image);
    return image;
  }

  /** Puts a script back at the end of the list after it ran. */
  restore(image: Image): void {
    this.#registered.push(image);
  }

  /** The first image of a name, as `find_image` finds it. */
  find(name: string): Image | undefined {
    return this.#registered.find((image) => image.name === name);
  }

  /** The file that a kernel opens under a name: EFI's file names know no case. */
  findFile(name: string): Image | undefined {
    return this.#registered.find((image) => image.name.toLowerCase() === name.toLowerCase());
  }

  remove(image: Image): void {
    const index = this.#registered.indexOf(image);
    if (index >= 0) this.#registered.splice(index, 1);
  }

  /** Removes all images but those that run. Answers their names. */
  clear(): string[] {
    this.selected = undefined;
    return this.#registered.splice(0).map((image) => image.name);
  }

  /** What a kernel can reach besides itself and scripts. */
  besides(kernel: Image): Image[] {
    return this.#registered.filter((image) => image !== kernel && image.type !== 'script');
  }
}
