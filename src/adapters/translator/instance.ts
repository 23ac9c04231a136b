import { File, OpenFile, WASI } from '@bjorn3/browser_wasi_shim';
import type { ReportEntry } from '../../ports/translator.ts';
import { FilesFolder } from './files.ts';
import type { Answer, Call, Section } from './message.ts';

/** What translator/reactor/main.go exports. */
interface Exports extends WebAssembly.Exports {
  readonly memory: WebAssembly.Memory;
  alloc(length: number): number;
  call(operation: number, flags: number): number;
  result(): number;
}

/** The first line of a message, as translator/official/call.go writes it; lengths are in bytes. */
interface Header {
  readonly entries: readonly ReportEntry[];
  readonly sections: readonly { readonly name: string; readonly lengths: readonly number[] }[];
}

const flags = { strict: 1, files: 2 } as const;
const newline = 10;

/** Go collects garbage half as often as by default: 5 % faster for 2 MB. */
const environment = ['GOGC=200'];

/** One running instance of the official code. It blocks its thread during a call, and is of no use after it threw. */
export class Instance {
  private readonly exports: Exports;
  private readonly wasi: WASI;
  private readonly folder = new FilesFolder();
  private readonly openedAtStart: number;

  constructor(module: WebAssembly.Module) {
    const silent = () => new OpenFile(new File([]));
    const standard = [silent(), silent(), silent()];
    this.wasi = new WASI(['translator'], environment, [...standard, this.folder.mount], { debug: false });
    const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: this.wasi.wasiImport });
    this.exports = instance.exports as Exports;
    this.wasi.initialize({ exports: this.exports });
    this.openedAtStart = this.wasi.fds.length;
  }

  /** Bytes of memory that the instance holds; they never become fewer. */
  get memory(): number {
    return this.exports.memory.buffer.byteLength;
  }

  /** Carries a call out. Throws what the module traps with. */
  call({ operation, input, strict, files }: Call): Answer {
    this.folder.fill(files ?? []);
    const bytes = Buffer.from(input);
    const address = this.exports.alloc(bytes.length);
    new Uint8Array(this.exports.memory.buffer).set(bytes, address);
    const options = (strict ? flags.strict : 0) | (files === undefined ? 0 : flags.files);
    const length = this.exports.call(operation, options);
    const message = Buffer.from(this.exports.memory.buffer, this.exports.result(), length);
    // The shim leaves a hole for each file that was closed.
    this.wasi.fds.length = this.openedAtStart;
    return decode(message);
  }
}

/** Reads the header, then each element as far as the header says. */
function decode(message: Buffer): Answer {
  let at = message.indexOf(newline);
  const header: Header = JSON.parse(message.toString('utf8', 0, at));
  at += 1;
  const take = (length: number): string => {
    const text = message.toString('utf8', at, at + length);
    at += length;
    return text;
  };
  const sections: Section[] = header.sections.map(({ name, lengths }) => ({
    name,
    elements: lengths.map(take),
  }));
  return { entries: header.entries, sections };
}
