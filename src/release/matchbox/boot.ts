/** What a profile of matchbox boots: it makes the lines `kernel`, `initrd` and `boot` of it. */
export interface MatchboxBoot {
  readonly kernel: string;
  readonly initrd: readonly string[];
  readonly args: readonly string[];
}

/** What is put in place of what only the router has. */
export interface BootPlaces {
  readonly ignitionUrl: string;
  /** URL of the router, below which the images are. */
  readonly from: string;
  /** URL below which they are now. */
  readonly to: string;
}

/** The words of the commands of an `install.ipxe` that boot something. iPXE knows no quotes: words are what is between spaces. */
export function bootOf(script: string, { ignitionUrl, from, to }: BootPlaces): MatchboxBoot {
  const moved = (word: string): string => {
    const url = word.replaceAll('${ignition-url}', ignitionUrl);
    const [, before = '', image] = /^(.*?=)?(https?:.*)$/.exec(url) ?? [];
    return image?.startsWith(`${from}/images/`) === true ? before + to + image.slice(from.length) : url;
  };
  const commands = script.split('\n').map((line) => line.split(' ').filter(Boolean).map(moved));
  const [, kernel, ...args] = commands.find(([command]) => command === 'kernel') ?? [];
  if (kernel === undefined) throw new Error('the script boots no kernel');
  const initrd = commands.flatMap(([command, ...words]) => (command === 'initrd' ? [words.join(' ')] : []));
  return { kernel, initrd, args };
}
