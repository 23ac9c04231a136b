/** A file of an archive; a folder has no bytes. */
export interface ArchiveEntry {
  readonly path: string;
  readonly mode: number;
  readonly bytes?: Uint8Array;
  /** Major and minor number of a device. */
  readonly device?: readonly [number, number];
}

/** A cpio archive in the "newc" form that Linux unpacks as its first file system (Documentation/driver-api/early-userspace/buffer-format). */
export function cpio(entries: readonly ArchiveEntry[]): Uint8Array {
  const all = [...entries, { path: 'TRAILER!!!', mode: 0 }];
  return Buffer.concat(all.flatMap((entry, index) => member(entry, index + 1)));
}

function member(
  { path, mode, bytes = new Uint8Array(), device = [0, 0] }: ArchiveEntry,
  inode: number,
): Uint8Array[] {
  const name = Buffer.from(`${path}\0`);
  const fields = [inode, mode, 0, 0, 1, 0, bytes.length, 0, 0, ...device, name.length, 0];
  const header = Buffer.from(`070701${fields.map((field) => field.toString(16).padStart(8, '0')).join('')}`);
  return [padded(Buffer.concat([header, name])), padded(bytes)];
}

/** Zeros up to the next multiple of four bytes. */
function padded(bytes: Uint8Array): Uint8Array {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}
