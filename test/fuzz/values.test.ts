import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { requireTool } from '../tools/tools.ts';
import { hostileText, hostileTexts } from './hostile.ts';
import { type Files, type Path, replaced, tame, textAt, texts } from './inventory.ts';
import { build, endTranslator, fileTexts, type Result } from './release.ts';
import { shapeOf } from './shape.ts';

afterAll(endTranslator);

let reference: unknown;
beforeAll(async () => {
  const result = await build(tame);
  const errors = result.checked.findings.filter(({ severity }) => severity === 'error');
  expect(errors).toEqual([]);
  reference = shapeOf(result);
});

/** The long ones cost most. */
const short = hostileTexts.filter(({ length }) => length < 1000);

/** What was not tried is tried by another run, with another seed. */
const bounded = { numRuns: 30 };

const change = fc.record({
  path: fc.constantFrom(...texts),
  where: fc.constantFrom('instead' as const, 'before' as const, 'behind' as const, 'within' as const),
  text: hostileText,
  at: fc.nat({ max: 200 }),
});

/** The inventory with one text changed. */
function changed({ path, where, text, at }: typeof change extends fc.Arbitrary<infer T> ? T : never): Files {
  const value = textAt(tame, path);
  const middle = at % (value.length + 1);
  const made = {
    instead: text,
    before: text + value,
    behind: value + text,
    within: value.slice(0, middle) + text + value.slice(middle),
  };
  return replaced(tame, path, made[where]);
}

test('a hostile value in any field ends in findings, or in a release of the same shape', async () => {
  await fc.assert(
    fc.asyncProperty(change, async (each) => {
      const result = await build(changed(each));
      if (result.whole && !each.path[0]?.toString().startsWith('overlays/'))
        expect(shapeOf(result)).toEqual(reference);
    }),
    bounded,
  );
});

/** Fields that take nearly any text, and what stands before the free part. */
const freeFields: readonly (readonly [name: string, path: Path, before: string, after: string])[] = [
  ['a kubelet argument', ['site.yaml', 'k3s', 'kubeletArguments', 0], 'max-pods=', ''],
  ['the comment of a key', ['site.yaml', 'ssh', 'authorizedKeys', 0], keyPart(), ''],
  ['a setting of the servers', ['site.yaml', 'k3s', 'server', 'audit-note'], '', ''],
  ['a kernel argument', ['site.yaml', 'defaults', 'kernelArguments', 0], 'x=', ''],
  ["the router's URL", ['site.yaml', 'router', 'url'], 'http://router.example.org/', ''],
  ['the install disk', ['nodes/two.yaml', 'installDisk'], '/dev/disk/by-id/', ''],
  ['an extra disk', ['nodes/two.yaml', 'extraDisks', 0, 'device'], '/dev/disk/by-id/', ''],
  ['a mount point', ['nodes/two.yaml', 'extraDisks', 0, 'mount'], '/var/', ''],
  ['a kept partition', ['nodes/one.yaml', 'installDisk', 'keepPartitions', 0, 'label'], '', ''],
  ['the URL of Ignition', ['nodes/two.yaml', 'installer', 'ignitionUrl'], 'http://x.example.org/', ''],
  ['an option of a bond', ['nodes/two.yaml', 'bond', 'options', 'miimon'], '', ''],
  [
    'the URL of a kernel',
    ['images.lock.yaml', 'coreos', 0, 'kernel', 'url'],
    'https://images.example.org/',
    '-44.20260707.3.1-live-kernel.x86_64',
  ],
];

function keyPart(): string {
  return `${textAt(tame, ['site.yaml', 'ssh', 'authorizedKeys', 0]).split(' ').slice(0, 2).join(' ')} `;
}

test('a field that takes nearly any text lets nothing break out', async () => {
  const pairs = fc.tuple(fc.constantFrom(...freeFields), fc.oneof(fc.constantFrom(...short), hostileText));
  await fc.assert(
    fc.asyncProperty(pairs, async ([[, path, before, after], text]) => {
      const result = await build(replaced(tame, path, before + text + after));
      if (result.whole) expect(shapeOf(result)).toEqual(reference);
    }),
    bounded,
  );
});

/** The first configuration of a node in a release. */
function configOf({ rendered }: Result, node: string): Map<string, string> {
  return fileTexts(JSON.parse(rendered.get(`nodes/${node}.lab.example.org/config.ign`) ?? '{}'));
}

/** What errors of an inventory say, in one text. */
const errorsOf = ({ checked }: Result) =>
  checked.findings.flatMap(({ severity, message, hint }) =>
    severity === 'error' ? [`${message} ${hint ?? ''}`] : [],
  );

// K3s reads YAML 1.1, where more words than in YAML 1.2 are no texts.
test.each(['1.1', '1.2'] as const)(
  'what the site says to K3s is what a reader of YAML %s gets',
  async (version) => {
    const said = short.map((text, index) => [`x${index}`, text] as const);
    const argumentsPath = ['site.yaml', 'k3s', 'kubeletArguments'];
    const all = said.map((pair) => pair.join('='));
    const complaints = errorsOf(await build(replaced(tame, argumentsPath, all))).join('\n');
    const taken = all.filter((argument) => !/[\r\n\0]/.test(argument) && !complaints.includes(argument));
    expect(taken.length).toBeGreaterThan(40);
    const files = replaced(tame, argumentsPath, taken);
    const result = await build(replaced(files, ['site.yaml', 'k3s', 'server'], Object.fromEntries(said)));
    expect(errorsOf(result)).toEqual([]);
    const config = parseYaml(configOf(result, 'one').get('/etc/rancher/k3s/config.yaml') ?? '', { version });
    expect(config['kubelet-arg']).toEqual(taken);
    for (const [key, text] of said) expect(config[key], JSON.stringify(text)).toBe(text);
  },
);

test('shells read from k3s.env what was written', async (context) => {
  const shells = [[requireTool('dash', context)], [requireTool('busybox', context), 'ash']] as const;
  let made = 0;
  for (const text of short.filter((each) => !/\s/.test(each))) {
    const url = `http://router.example.org/x${text}y`;
    const result = await build(replaced(tame, ['site.yaml', 'router', 'url'], url));
    if (!result.whole) continue;
    made += 1;
    const input = `${configOf(result, 'one').get('/etc/pilotlight/k3s.env')}\nprintf '%s' "$PILOTLIGHT_K3S_URL"`;
    for (const [program, ...first] of shells) {
      const { status, stdout, stderr } = spawnSync(program, [...first, '-eu', '-s'], {
        input,
        encoding: 'utf8',
      });
      const expected = { status: 0, stdout: `${url}/k3s/v1.34.1+k3s1`, stderr: '' };
      expect({ status, stdout, stderr }, JSON.stringify(text)).toEqual(expected);
    }
  }
  expect(made).toBeGreaterThan(3);
});
