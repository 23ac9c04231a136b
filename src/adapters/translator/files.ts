import { Directory, File, type Inode, PreopenDirectory, type wasi } from '@bjorn3/browser_wasi_shim';
import type { LocalFile } from '../../ports/translator.ts';

/** Where the module looks for files; the name is that of translator/reactor/main.go. */
const mountPoint = '/files';

/** WASI has no permission bits: the module takes this device number for the executable bit (scripts/build-translator.ts). */
const executableDevice = 1n;

class LocalInode extends File {
  private readonly executable: boolean;

  constructor({ bytes, executable }: LocalFile) {
    super(bytes, { readonly: true });
    this.executable = executable;
  }

  override stat(): wasi.Filestat {
    const stat = super.stat();
    if (this.executable) stat.dev = executableDevice;
    return stat;
  }
}

/** The file system of an instance: nothing but the files of the present call, in memory. */
export class FilesFolder {
  readonly mount = new PreopenDirectory(mountPoint, new Map());

  /** Replaces what the folder holds. */
  fill(files: readonly LocalFile[]): void {
    const contents = new Map<string, Inode>();
    for (const file of files) place(contents, file.path.split('/').filter(Boolean), file);
    this.mount.dir.contents = contents;
  }
}

function place(folder: Map<string, Inode>, path: readonly string[], file: LocalFile): void {
  const [name, ...rest] = path;
  if (name === undefined) return;
  if (rest.length === 0) {
    folder.set(name, new LocalInode(file));
    return;
  }
  let inner = folder.get(name);
  if (!(inner instanceof Directory)) {
    inner = new Directory(new Map());
    folder.set(name, inner);
  }
  if (inner instanceof Directory) place(inner.contents, rest, file);
}
