import { afterAll, describe, expect, test } from 'vitest';
import type { TranslateOptions, Translator } from '../../src/ports/translator.ts';
import { buildCase, reproducibleWorld } from '../golden/build.ts';
import { type Case, cases } from '../golden/cases.ts';
import { readTree } from '../golden/expected.ts';

const world = reproducibleWorld();
afterAll(() => world.translator.close());

const released = cases.filter(({ expected }) => [...readTree(expected).keys()].some(isConfiguration));

describe.each(released)('$name', (each) => {
  test('has the configurations that the official translator makes of each as a whole', async () => {
    const { translator, files } = watching(world.translator);
    const { sites } = await buildCase(each, { ...world, translator });
    for (const { files: release } of sites) {
      for (const path of [...release.keys()].filter(isConfiguration)) {
        const whole = await world.translator.translate(release.get(path) ?? '', {
          strict: true,
          files: files(),
        });
        expect(release.get(path.replace(/\.bu$/, '.ign'))).toBe(`${whole.ignition}\n`);
      }
    }
  });
});

test('configurations of one shape are put together from parts', async () => {
  const { translator, wholes } = watching(world.translator);
  const lab = cases.find(({ name }) => name === 'lab') as Case;
  const { sites } = await buildCase(lab, { ...world, translator });
  const made = [...(sites[0]?.files.keys() ?? [])].filter(isConfiguration).length;
  expect(made).toBe(4);
  // One whole translation proves the shape, and all others have it.
  expect(wholes()).toBe(1);
});

function isConfiguration(path: string): boolean {
  return path.endsWith('.bu');
}

/** A translator that remembers the files that it was given, and how many configurations it translated whole. */
function watching(inner: Translator) {
  const files = new Map<string, NonNullable<TranslateOptions['files']>[number]>();
  let wholes = 0;
  const seen = (options: TranslateOptions): void => {
    for (const file of options.files ?? []) files.set(file.path, file);
  };
  const translator: Translator = {
    ...inner,
    translate: (butane, options) => {
      wholes++;
      seen(options);
      return inner.translate(butane, options);
    },
    translateParts: (butane, options) => {
      seen(options);
      return inner.translateParts(butane, options);
    },
  };
  return { translator, files: () => [...files.values()], wholes: () => wholes };
}
