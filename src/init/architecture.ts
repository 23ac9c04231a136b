/** Words for the architectures that Fedora CoreOS is made for. */
const words: ReadonlyMap<string, 'x86_64' | 'aarch64'> = new Map([
  ['x86_64', 'x86_64'],
  ['amd64', 'x86_64'],
  ['x64', 'x86_64'],
  ['aarch64', 'aarch64'],
  ['arm64', 'aarch64'],
]);

/** The architecture that somebody's word means; undefined where it is left to the default. */
export function architectureOf(word: string | undefined): 'x86_64' | 'aarch64' | undefined {
  return words.get((word ?? '').toLowerCase());
}
