import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Node } from '../../../src/inventory/model/node.ts';
import { renderIpxe } from '../../../src/render/ipxe/render.ts';
import { wordProblem } from '../../../src/render/ipxe/word.ts';
import { locate, site, withInstaller } from '../fixtures/lab.ts';

describe('words that iPXE would not take as one', () => {
  test.each(['', 'a b', 'a\tb', 'a\nb', 'a\rb', 'é', '\0', '${x}', 'a${b', '#a', '||', '&&', ';', 'a\\'])(
    '%j is refused',
    (text) => expect(wordProblem(text)).toBeDefined(),
  );
  test.each(['a', 'a#b', 'a;b', 'a||b', '$a', 'a\\b', 'ttyS0,115200n8', ':a'])('%j is taken', (text) =>
    expect(wordProblem(text)).toBeUndefined(),
  );
});

/** iPXE's own reading of a line, as its source has it: continuation, white space, comments, separators. */
function commandsOf(script: string): string[][] {
  const joined = script.replaceAll('\r\n', '\n').replaceAll('\\\n', '');
  return joined.split('\n').flatMap((line) => {
    const words = line.split(/[ \t\v\f\r]+/).filter((word) => word !== '');
    const comment = words.findIndex((word) => word.startsWith('#'));
    const live = comment < 0 ? words : words.slice(0, comment);
    const commands: string[][] = [[]];
    for (const word of live) {
      if (word === '||' || word === '&&' || word === ';') commands.push([]);
      else commands.at(-1)?.push(word);
    }
    return commands.filter((command) => command.length > 0);
  });
}

const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('a', ' ', '\n', '\r', '\\', '#', '|', '&', ';', '$', '{', '}', ':', '-'),
  }),
);

/** Puts a text wherever a node can bring its own words into a script. */
const spots: Readonly<Record<string, (text: string) => Node>> = {
  kernelArguments: (text) => withInstaller({}, { kernelArguments: [text] }),
  liveArguments: (text) => withInstaller({ liveArguments: [text] }),
  networkArguments: (text) => withInstaller({ networkArguments: [text] }),
  device: (text) => withInstaller({}, { installDisk: { device: text, keepPartitions: [] } }),
  label: (text) =>
    withInstaller({}, { installDisk: { device: '/dev/sda', keepPartitions: [{ label: text }] } }),
  index: (text) =>
    withInstaller({}, { installDisk: { device: '/dev/sda', keepPartitions: [{ index: text }] } }),
  initrdName: (text) => withInstaller({ initrdName: text }),
  ignitionUrl: (text) => withInstaller({ ignitionUrl: text }),
  kernel: (text) => withInstaller({ urls: { kernel: text } }),
  initramfs: (text) => withInstaller({ urls: { initramfs: text } }),
  rootfs: (text) => withInstaller({ urls: { rootfs: text } }),
  metalImage: (text) => withInstaller({ source: 'metalImage', urls: { metalImage: text } }),
  hostname: (text) => withInstaller({}, { hostname: text }),
  file: (text) => withInstaller({}, { file: text }),
};

/** What a value must not change in a script: its commands, how many words each has, and how many settings it uses. */
const shape = (text: string) =>
  commandsOf(text).map((words) => `${words[0]} ${words.length} ${words.join(' ').split('${').length}`);

describe.each(Object.entries(spots))('%s', (_, make) => {
  test('is refused, or leaves the commands of every script as they are', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const { value, findings } = renderIpxe(site({ nodes: [make(text)] }), locate);
        const plain = renderIpxe(site({ nodes: [make('plain')] }), locate);
        if (findings.length > 0) {
          expect(value.length).toBeLessThan(plain.value.length);
          return;
        }
        const shapes = value.map((file) => shape(file.text)).sort();
        // `gate` makes the script ask for arming, which a literal URL does not.
        if (text !== 'gate') expect(shapes).toEqual(plain.value.map((file) => shape(file.text)).sort());
      }),
    );
  });
});
