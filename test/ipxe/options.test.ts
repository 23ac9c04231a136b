import { describe, expect, test } from 'vitest';
import { commandNamed, commandNames, isIn } from '../../src/ipxe/commandTable.ts';
import { parseOptions } from '../../src/ipxe/options.ts';

function options(line: string) {
  const [name = '', ...words] = line.split(' ');
  const command = commandNamed(name);
  if (command === undefined) throw new Error(`the table has no ${name}`);
  const { values, rest, problem } = parseOptions(command, words);
  return { values: Object.fromEntries(values), rest: words.slice(rest), problem: problem?.kind };
}

describe('options are taken as getopt of iPXE takes them', () => {
  test.each([
    ['chain --name a x y', { name: 'a' }, ['x', 'y']],
    ['chain --name=a x', { name: 'a' }, ['x']],
    ['chain -na x', { name: 'a' }, ['x']],
    ['chain -arn a x', { autofree: '', replace: '', name: 'a' }, ['x']],
    ['chain x --name a', {}, ['x', '--name', 'a']],
    ['echo -- -n', {}, ['-n']],
    ['sanboot --no-describe --drive 0x80', { 'no-describe': '', drive: '0x80' }, []],
    ['prompt --timeout ${t} x', { timeout: '${t}' }, ['x']],
  ])('%s', (line, values, rest) => {
    expect(options(line)).toEqual({ values, rest, problem: undefined });
  });

  test.each([
    ['chain --nam a', 'unknown'],
    ['chain -z', 'unknown'],
    ['chain -', 'unknown'],
    ['chain --name -x', 'missing-value'],
    ['chain --name', 'missing-value'],
    ['chain --autofree=1 x', 'needless-value'],
    ['prompt --timeout 5s', 'bad-value'],
    ['prompt --timeout 08', 'bad-value'],
    ['chain --help', 'help'],
  ])('%s is wrong: %s', (line, problem) => {
    expect(options(line).problem).toBe(problem);
  });
});

describe('the command table', () => {
  test('has the commands of iPXE with versions that fit', () => {
    expect(commandNames).toHaveLength(92);
    for (const name of commandNames) {
      const command = commandNamed(name);
      // A build can have only what its source has.
      if (command?.default.old) expect(isIn('old', command.since)).toBe(true);
      if (command?.default.new) expect(isIn('new', command.since)).toBe(true);
      expect(command?.maximum ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(command?.minimum ?? 0);
    }
  });

  test.each(['imgtrust', 'imgverify', 'param', 'ntp', 'console', 'poweroff'])(
    "Debian's build has no %s",
    (name) => {
      expect(commandNamed(name)?.default.old).toBe(false);
    },
  );
});
