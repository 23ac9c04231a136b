import { mkdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { version } from '../../src/adapters/version.ts';
import { copyLab, pilotlight, useLab } from './pilotlight.ts';

useLab();

const commands = [
  ...['init', 'import', 'doctor'],
  ...['check', 'show', 'sites', 'render', 'lint', 'plan', 'publish', 'export', 'images'],
  ...['deploy', 'status', 'rollback', 'verify', 'gc', 'unlock', 'router'],
  ...['demo', 'completion'],
];

describe('help', () => {
  test('names every command, with examples and exit codes', async () => {
    const { code, stdout, stderr } = await pilotlight(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const command of commands) expect(stdout).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
    expect(stdout).toContain('Examples:\n  $ pilotlight demo');
    expect(stdout).toContain('Exit codes: 0 fine, 1 findings, 2 usage');
  });

  test.each(commands)('%s has an example that begins with its name', async (command) => {
    const { code, stdout } = await pilotlight([command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`Examples?:\\n  \\$ (source <\\()?pilotlight ${command}\\b`));
    expect(stdout).toContain('--inventory <folder>');
    expect(await pilotlight(['help', command])).toEqual(expect.objectContaining({ code: 0, stdout }));
  });

  test('the version is printed', async () => {
    expect(await pilotlight(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});

describe('no command', () => {
  test('says what to do next with the inventory that is here', async () => {
    const { code, stdout } = await pilotlight([]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Next:\n {2}pilotlight check +find every mistake in inventory\//);
  });

  test('does so where there are several sites', async () => {
    copyLab('sites/north');
    expect((await pilotlight(['-i', 'sites'])).stdout).toContain('find every mistake in sites/');
  });

  test('says what to do where there is none', async () => {
    mkdirSync('bare');
    const { code, stdout } = await pilotlight(['--inventory', 'bare']);
    expect(code).toBe(0);
    expect(stdout).toContain('pilotlight demo');
    expect(stdout).toContain('there is no bare/site.yaml here');
  });
});

describe('a slip of the pen', () => {
  test.each([
    [['chekc'], 'unknown command "chekc"', 'did you mean check?'],
    [['chekc', '--format', 'json'], 'unknown command "chekc"', 'did you mean check?'],
    [['publsih', '--out', 'x'], 'unknown command "publsih"', 'did you mean publish?'],
    [['frobnicate'], 'unknown command "frobnicate"', 'pilotlight --help lists everything'],
    [['--sit', 'lab'], 'unknown option "--sit"', 'did you mean --site?'],
    [['--\u001b[31m'], 'unknown option "--', 'pilotlight --help lists everything'],
    [['check', '--formt', 'json'], "unknown option '--formt'", 'Did you mean --format?'],
    [
      ['check', '--format', 'jsn'],
      "argument 'jsn' is invalid",
      'Allowed choices are text, json, sarif, github',
    ],
    [['check', 'extra'], 'too many arguments', ''],
    [['completion', 'tcsh'], "value 'tcsh' is invalid", 'bash, zsh, fish'],
    [['completion'], "missing required argument 'shell'", ''],
    [['check', '--format'], 'argument missing', ''],
  ])('%j is met with help', async (args, said, hint) => {
    const { code, stdout, stderr } = await pilotlight(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^✗ /);
    expect(stderr).toContain(said);
    expect(stderr).toContain(hint);
    expect(stderr).not.toContain('\u001b');
  });

  test.each(['check', 'show', 'render', 'demo'])(
    '%s names the sites when one is unknown',
    async (command) => {
      const { code, stderr } = await pilotlight(['--site', 'labb', command]);
      expect(code).toBe(2);
      expect(stderr).toBe('✗ no site named "labb" in inventory\n  did you mean lab? sites there: lab\n');
    },
  );
});
