import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { pilotlight, useLab } from './pilotlight.ts';

useLab();

describe('bash', () => {
  beforeAll(async () => writeFileSync('completion.bash', (await pilotlight(['completion', 'bash'])).stdout));

  /** What bash offers after a line, whose last word is being typed. */
  function offered(...words: string[]): string[] {
    const script = `
      source ./completion.bash
      [[ $(complete -p pilotlight) == *'-F _pilotlight pilotlight' ]] || exit 9
      COMP_WORDS=(pilotlight "$@")
      COMP_CWORD=$#
      _pilotlight
      printf '%s\\n' "\${COMPREPLY[@]}"`;
    const output = execFileSync('bash', ['--norc', '-euc', script, 'bash', ...words], { encoding: 'utf8' });
    return output.split('\n').filter(Boolean);
  }

  test.each([
    [['ch'], ['check']],
    [['p'], ['plan', 'publish']],
    [['--inv'], ['--inventory']],
    [['check', '--f'], ['--format']],
    [
      ['check', '--format', ''],
      ['text', 'json', 'sarif', 'github'],
    ],
    [
      ['show', '-f', ''],
      ['text', 'json', 'yaml'],
    ],
    [
      ['plan', '--'],
      [
        '--against',
        '--format',
        '--no-diff',
        '--version',
        '--inventory',
        '--site',
        '--no-cache',
        '--no-color',
      ],
    ],
    [['completion', 'f'], ['fish']],
    [['router', 'doc'], ['doctor']],
    [['router', 'apply', '--install'], ['--install-packages']],
    [['--no-color', 'completion', 'z'], ['zsh']],
    [['publish', '--out', ''], []],
    [['frobnicate', 'x'], []],
  ])('%j is completed', (words, expected) => expect(offered(...words)).toEqual(expected));

  test('offers every command first', () => {
    expect(offered('').slice(0, 28)).toEqual([
      'init',
      'import',
      'doctor',
      'check',
      'show',
      'sites',
      'render',
      'lint',
      'plan',
      'publish',
      'export',
      'report',
      'images',
      'deploy',
      'status',
      'rollback',
      'verify',
      'gc',
      'unlock',
      'router',
      'arm',
      'disarm',
      'armed',
      'discover',
      'known-hosts',
      'reimage',
      'demo',
      'completion',
    ]);
  });
});

describe.each([
  ['zsh', ['-n']],
  ['fish', ['--no-execute']],
])('%s', (shell, options) => {
  test('names every command and option', async () => {
    const { code, stdout } = await pilotlight(['completion', shell]);
    expect(code).toBe(0);
    for (const word of ['check', 'publish', 'completion', 'against', 'no-diff', 'inventory'])
      expect(stdout).toContain(word);
    const quotes = stdout.split("'").length - 1;
    expect(quotes % 2).toBe(0);
  });

  test('is understood by the shell, where it is installed', async () => {
    writeFileSync(`completion.${shell}`, (await pilotlight(['completion', shell])).stdout);
    const { error, status, stderr } = spawnSync(shell, [...options, `completion.${shell}`], {
      encoding: 'utf8',
    });
    if (error === undefined) expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    else expect(error).toMatchObject({ code: 'ENOENT' });
  });
});
