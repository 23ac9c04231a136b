import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { hostileText, hostileTexts } from './hostile.ts';
import { tame } from './inventory.ts';
import { build, endTranslator, fileTexts } from './release.ts';

afterAll(endTranslator);

const overlay = 'overlays/note.bu';
/** What was not tried is tried by another run, with another seed. */
const bounded = { numRuns: 30 };

/** A scalar that may stand anywhere. */
const scalar = fc.oneof(
  { weight: 3, arbitrary: hostileText },
  { weight: 1, arbitrary: fc.oneof(fc.integer(), fc.double(), fc.boolean(), fc.constant(null)) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('{{ node.name }}', '/etc/x', 'x.service', 'core', 'data:,x', 'label'),
  },
);
const known = [
  ...['storage', 'files', 'path', 'contents', 'inline', 'source', 'local', 'mode', 'overwrite', 'append'],
  ...[
    'user',
    'name',
    'disks',
    'device',
    'partitions',
    'number',
    'filesystems',
    'with_mount_unit',
    'trees',
    'links',
  ],
  ...[
    'systemd',
    'units',
    'dropins',
    'enabled',
    'passwd',
    'users',
    'groups',
    'kernel_arguments',
    'should_exist',
  ],
  ...['variant', 'version', 'ignition', 'config', 'merge', 'security', 'boot_device', 'grub', 'luks', 'raid'],
];

/** A tree of known keys where anything may stand anywhere. */
const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...known) }, hostileText), tie('value'), {
      maxKeys: 5,
    }),
  ),
}));

/** An overlay of the right shape with hostile texts in it. */
const wellFormed = fc.record(
  {
    storage: fc.record(
      {
        files: fc.uniqueArray(
          fc.record({
            path: hostileText.map((text) => `/etc/${text}`),
            contents: fc.record({
              inline: fc.array(hostileText, { maxLength: 4 }).map((parts) => parts.join('')),
            }),
            mode: fc.constantFrom(420, 384, 493),
          }),
          { selector: ({ path }) => path, maxLength: 3 },
        ),
        directories: fc.array(fc.record({ path: hostileText.map((text) => `/var/${text}`) }), {
          maxLength: 2,
        }),
        links: fc.array(
          fc.record({ path: hostileText.map((text) => `/etc/l${text}`), target: hostileText }),
          {
            maxLength: 2,
          },
        ),
      },
      { requiredKeys: [] },
    ),
    systemd: fc.record({
      units: fc.array(
        fc.record({
          name: hostileText.map((text) => `a${text}.service`),
          contents: hostileText.map((text) => `[Service]\nExecStart=/usr/bin/echo ${text}\n`),
        }),
        { maxLength: 2 },
      ),
    }),
    kernel_arguments: fc.record({ should_exist: fc.array(hostileText, { maxLength: 2 }) }),
  },
  { requiredKeys: [] },
);

test('an overlay of anything ends in findings with places, or in Ignition', async () => {
  await fc.assert(
    fc.asyncProperty(anything.value, async (value) => {
      const config = {
        variant: 'fcos',
        version: '1.6.0',
        ...(value instanceof Object ? value : { storage: value }),
      };
      const result = await build({ ...tame, [overlay]: config });
      const errors = result.checked.findings.some(({ severity }) => severity === 'error');
      expect(result.whole).toBe(!errors);
    }),
    bounded,
  );
});

test('what a raw file of an overlay says is what the node gets', async () => {
  await fc.assert(
    fc.asyncProperty(wellFormed, async (config) => {
      const result = await build({ ...tame, [overlay]: { variant: 'fcos', version: '1.6.0', ...config } });
      if (!result.whole) return;
      const ignition = JSON.parse(result.rendered.get('nodes/two.lab.example.org/config.ign') ?? '{}');
      const texts = fileTexts(ignition);
      for (const { path, contents } of config.storage?.files ?? []) {
        // A template is worked out; everything else comes through as it is.
        if (!/\{\{|\{%/.test(path + contents.inline)) expect(texts.get(path)).toBe(contents.inline);
      }
    }),
    bounded,
  );
});

test('every hostile text that is no template is taken as the contents of a file', async () => {
  const taken = hostileTexts.filter((text) => !/\{\{|\{%|\ud800|@@/.test(text) && text.length < 1000);
  const files = taken.map((inline, index) => ({
    path: `/etc/hostile/${index}`,
    mode: 420,
    contents: { inline },
  }));
  const result = await build({
    ...tame,
    [overlay]: { variant: 'fcos', version: '1.6.0', storage: { files } },
  });
  expect(result.checked.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const texts = fileTexts(JSON.parse(result.rendered.get('nodes/two.lab.example.org/config.ign') ?? '{}'));
  for (const { path, contents } of files) expect(texts.get(path), path).toBe(contents.inline);
});
