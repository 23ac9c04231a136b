import { afterAll, expect, test } from 'vitest';
import { createTranslator } from '../../../src/adapters/translator/createTranslator.ts';
import { localFile } from './stock.ts';

const translator = createTranslator({ workers: 1 });
afterAll(() => translator.close());

const strict = { strict: true };
const header = 'variant: fcos\nversion: 1.7.0\n';
const plain = `${header}storage: {files: [{path: /a}]}\n`;

/** The translator must be of use after whatever it was given. */
async function expectAlive(): Promise<void> {
  expect((await translator.translate(plain, strict)).ignition).toBeDefined();
}

/** Nine lists of nine of the list before: 9^9 values if they were written out. */
function aliasBomb(): string {
  const names = [...'abcdefghi'];
  const lists = names.map((name, i) => {
    const of = i === 0 ? 'x' : `*${names[i - 1]}`;
    return `${name}: &${name} [${Array(9).fill(of).join(', ')}]\n`;
  });
  return `${lists.join('')}`;
}

test('an alias bomb ends as a finding', async () => {
  const butane = `${aliasBomb()}${header}kernel_arguments: {should_exist: *i}\n`;
  const { ignition, entries } = await translator.translate(butane, strict);
  expect(ignition).toBeUndefined();
  expect(entries.length).toBeGreaterThan(0);
  await expectAlive();
});

test.each([
  ['10,000 lists in one line', '['.repeat(10_000)],
  ['10,000 maps in one line', '{a: '.repeat(10_000)],
  ['10,000 lists by dashes', `${'- '.repeat(10_000)}x`],
  [
    '2,000 maps by indentation',
    `\n${Array.from({ length: 2_000 }, (_, i) => `${' '.repeat(i + 1)}a:`).join('\n')}`,
  ],
])('nesting by %s is a finding', async (_, deep) => {
  const { ignition, entries } = await translator.translate(`${header}key: ${deep}\n`, strict);
  expect(ignition).toBeUndefined();
  expect(entries.length).toBeGreaterThan(0);
  await expectAlive();
});

test('deep JSON is refused before it is parsed', async () => {
  expect(await translator.validate('['.repeat(10_000))).toMatchObject([
    { severity: 'error', message: 'the input is nested more than 1000 levels deep' },
  ]);
});

test('6 MB are refused by size, input and included files alike', async () => {
  const { entries } = await translator.translate(`${plain}# ${'x'.repeat(6_000_000)}`, strict);
  expect(entries).toMatchObject([{ severity: 'error', message: expect.stringMatching(/larger than 5 MiB/) }]);
  const files = [localFile('a', 'x'.repeat(34_000_000))];
  expect((await translator.translate(plain, { strict: true, files })).entries).toMatchObject([
    { severity: 'error', message: expect.stringMatching(/files to include are larger than 32 MiB/) },
  ]);
});

test('4 MB are translated', async () => {
  const butane = `${header}storage: {files: [{path: /a, contents: {inline: ${'x'.repeat(4_000_000)}}}]}\n`;
  expect((await translator.translate(butane, strict)).ignition).toBeDefined();
  await expectAlive();
});

test.each(['../../etc/passwd', '/../../etc/passwd', '../files/../../etc/passwd'])(
  'local: %s does not leave the files folder',
  async (path) => {
    const butane = `${header}storage: {files: [{path: /a, contents: {local: ${path}}}]}\n`;
    const { ignition, entries } = await translator.translate(butane, { strict: true, files: [] });
    expect(ignition).toBeUndefined();
    expect(entries).toMatchObject([
      { severity: 'error', path: ['storage', 'files', 0, 'contents', 'local'] },
    ]);
  },
);

test('a file of the host is not there, even by its full path', async () => {
  const butane = `${header}storage: {files: [{path: /a, contents: {local: ${import.meta.filename}}}]}\n`;
  expect((await translator.translate(butane, { strict: true, files: [] })).ignition).toBeUndefined();
});

test('a call that takes too long is answered, and its thread replaced', async () => {
  const impatient = createTranslator({ workers: 1, timeLimitMs: 3_000 });
  const files = Array.from({ length: 120_000 }, (_, i) => `{path: /some/longer/folder/name/${i}}`);
  const endless = `${header}storage: {files: [${files.join(', ')}]}\n`;
  const [late, next] = await Promise.all([
    impatient.translate(endless, strict),
    impatient.translate(plain, strict),
  ]);
  expect(late).toMatchObject({
    entries: [{ severity: 'error', message: expect.stringMatching(/longer than 3 s/) }],
  });
  expect(next.ignition).toBeDefined();
  await impatient.close();
});
