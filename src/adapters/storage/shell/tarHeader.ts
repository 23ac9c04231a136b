const block = 512;

/** Two blocks of zeros, and as many more as GNU tar reads at once, so that nothing is left in the pipe. */
export const tarEnd = new Uint8Array(20 * block);

/** Zeros that fill a file's last block. */
export function tarPadding(size: number): Uint8Array {
  return tarEnd.subarray(0, (block - (size % block)) % block);
}

/** What a header says of a file beside its name. */
export interface TarFacts {
  /** Bytes. */
  readonly size: number;
  /** Seconds since 1970. */
  readonly modified: number;
  readonly executable: boolean;
}

/**
 * The header of a regular file that everybody may read. A name that is too long for it goes before it in GNU's way: busybox's tar knows
 * that one and passes over the way of POSIX, which would give the file a wrong name.
 */
export function tarHeader(path: string, facts: TarFacts): Uint8Array {
  const name = Buffer.from(`${path}\0`);
  if (name.length <= 100) return header(path, facts, '0');
  return Buffer.concat([
    header('././@LongLink', { size: name.length, modified: 0, executable: false }, 'L'),
    name,
    tarPadding(name.length),
    header(path.slice(0, 99), facts, '0'),
  ]);
}

function header(name: string, { size, modified, executable }: TarFacts, type: string): Buffer {
  const bytes = Buffer.alloc(block);
  const put = (text: string, offset: number): void => {
    bytes.write(text, offset, 'latin1');
  };
  const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, '0')}\0`;
  put(name, 0);
  put(octal(executable ? 0o755 : 0o644, 7), 100);
  put(octal(0, 7), 108);
  put(octal(0, 7), 116);
  put(octal(size, 11), 124);
  put(octal(modified, 11), 136);
  put(' '.repeat(8), 148);
  put(type, 156);
  // GNU's own mark, as its long names are.
  put('ustar  \0', 257);
  put(
    `${octal(
      bytes.reduce((sum, byte) => sum + byte, 0),
      6,
    )} `,
    148,
  );
  return bytes;
}
