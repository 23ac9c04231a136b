/** What becomes of a file that was not brought to the disk when the power is cut. */
export type Survival = 'lost' | 'kept' | 'torn';

/** Files of a disk: as programs see them, and as they are on the disk. What was not synchronized may be lost. */
export class MemoryDisk {
  /** By path below the root folder. */
  readonly written = new Map<string, Uint8Array>();
  readonly #durable = new Map<string, Uint8Array>();

  write(path: string, bytes: Uint8Array): void {
    this.written.set(path, bytes);
  }

  append(path: string, bytes: Uint8Array): void {
    const before = this.written.get(path) ?? new Uint8Array();
    const joined = new Uint8Array(before.length + bytes.length);
    joined.set(before);
    joined.set(bytes, before.length);
    this.written.set(path, joined);
  }

  text(path: string): string | undefined {
    const bytes = this.written.get(path);
    return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
  }

  /** Files of a folder, or the file itself. */
  below(path: string): string[] {
    return [...this.written.keys()].filter((each) => each === path || each.startsWith(`${path}/`)).sort();
  }

  remove(path: string): void {
    this.written.delete(path);
  }

  rename(from: string, to: string): void {
    const bytes = this.written.get(from);
    if (bytes === undefined) throw new Error(`${from} is not there`);
    this.written.set(to, bytes);
    this.written.delete(from);
  }

  /** Brings files and removals at a path and below it to the disk. */
  synchronize(path: string): void {
    const inside = (each: string) => each === path || each.startsWith(`${path}/`);
    for (const each of [...this.#durable.keys()]) if (inside(each)) this.#durable.delete(each);
    for (const [each, bytes] of this.written) if (inside(each)) this.#durable.set(each, bytes);
  }

  get used(): number {
    let bytes = 0;
    for (const each of this.written.values()) bytes += each.length;
    return bytes;
  }

  /** The same files once more. */
  copy(): MemoryDisk {
    const copy = new MemoryDisk();
    for (const [path, bytes] of this.written) copy.written.set(path, bytes);
    for (const [path, bytes] of this.#durable) copy.#durable.set(path, bytes);
    return copy;
  }

  /** Cuts the power: each file is what was brought to the disk, what was written, or the beginning of it. */
  cutPower(survival: (path: string) => Survival): void {
    const onDisk = new Set(this.#durable.values());
    for (const path of new Set([...this.written.keys(), ...this.#durable.keys()])) {
      const [written, durable] = [this.written.get(path), this.#durable.get(path)];
      if (written === durable) continue;
      const fate = survival(path);
      // What was brought to the disk under another name has all of its content, under whatever name it is found.
      const renamed = fate === 'torn' && written !== undefined && onDisk.has(written);
      const kept = survivor(renamed ? 'kept' : fate, written, durable);
      if (kept === undefined) this.written.delete(path);
      else this.written.set(path, kept);
    }
    this.#durable.clear();
    for (const [path, bytes] of this.written) this.#durable.set(path, bytes);
  }
}

function survivor(
  survival: Survival,
  written: Uint8Array | undefined,
  durable: Uint8Array | undefined,
): Uint8Array | undefined {
  if (survival === 'lost') return durable;
  if (survival === 'kept' || written === undefined) return written;
  // The length reached the disk before the second half of the content did: there is what was there before, or nothing.
  const torn = new Uint8Array(written.length);
  const half = written.length >> 1;
  torn.set(written.subarray(0, half));
  if (durable !== undefined) torn.set(durable.subarray(half, written.length), half);
  return torn;
}
