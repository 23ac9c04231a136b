import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { root, useLab } from './pilotlight.ts';

useLab();

const program = join(root, 'src/cli/bin.ts');

/** The environment of a run whose cache is its own. */
const environment = (more: NodeJS.ProcessEnv = {}) => ({
  ...process.env,
  PILOTLIGHT_CACHE: resolve('.cache'),
  ...more,
});

/** A lab with so many agents that a run can be interrupted. */
function makeLarge(folder: string, agents: number): void {
  cpSync('inventory', folder, { recursive: true });
  for (let index = 0; index < agents; index++) {
    const [high, low] = [Math.floor(index / 200), (index % 200) + 1];
    const text = [
      `macs: ["98:fa:9b:2c:${String(high).padStart(2, '0')}:${low.toString(16).padStart(2, '0')}"]`,
      'role: agent',
      'address: dhcp',
      `installDisk: /dev/disk/by-id/nvme-agent-${index}`,
      '',
    ];
    writeFileSync(join(folder, `nodes/agent${index}.yaml`), text.join('\n'));
  }
}

/** Entries of a folder that Pilotlight made; nothing where there is none. */
const entries = (folder: string) =>
  (existsSync(folder) ? readdirSync(folder) : []).filter((name) => name !== 'node-compile-cache');

/** Answers when a folder has an entry whose own folder has one. */
async function untilFilled(folder: string, running: () => boolean): Promise<void> {
  while (running() && !entries(folder).some((name) => entries(join(folder, name)).length > 0))
    await new Promise((done) => setImmediate(done));
}

describe('a signal', () => {
  beforeAll(() => makeLarge('large', 300));

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s while publishing leaves nothing behind', async (signal, code) => {
    const out = `out-${signal}`;
    const child = spawn(process.execPath, [program, '-i', 'large', '--no-cache', 'publish', '-o', out], {
      env: environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    const ended = new Promise((done) => child.on('close', (status) => done(status)));
    await untilFilled(join(out, 'releases'), () => child.exitCode === null);
    child.kill(signal);
    expect(await ended).toBe(code);
    expect(said).toBe('');
    expect(entries(join(out, 'releases'))).toEqual([]);
  });

  test('while rendering and planning leaves no temporary folder', async () => {
    for (const args of [
      ['render', '--out', 'tree'],
      ['plan', '--against', 'nothing'],
    ]) {
      mkdirSync('tmp', { recursive: true });
      const child = spawn(process.execPath, [program, '-i', 'large', '--no-cache', ...args], {
        env: environment({ TMPDIR: resolve('tmp') }),
        stdio: 'ignore',
      });
      const ended = new Promise((done) => child.on('close', (status) => done(status)));
      await untilFilled('tmp', () => child.exitCode === null);
      child.kill('SIGINT');
      expect(await ended).toBe(130);
      expect(entries('tmp')).toEqual([]);
      expect(entries('tree')).toEqual([]);
    }
  });
});

describe('a reader', () => {
  test.each(['render', 'show lenovo1', '--help', 'check -f sarif', 'demo'])(
    'that closes the pipe early is no failure of %s',
    (command) => {
      const script = `"$1" "$2" ${command} | true; echo "status \${PIPESTATUS[0]}"`;
      const { stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', process.execPath, program], {
        env: environment({ TMPDIR: process.cwd() }),
        encoding: 'utf8',
      });
      expect(stderr).toBe('');
      expect(stdout).toBe('status 0\n');
    },
  );

  test('whose disk is full is told so', (context) => {
    if (!existsSync('/dev/full')) return context.skip('needs /dev/full');
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', '"$1" "$2" show > /dev/full', 'bash', process.execPath, program],
      {
        env: environment(),
        encoding: 'utf8',
      },
    );
    expect(stderr).toBe('✗ cannot write the output: no space left on the device\n');
    expect(status).toBe(3);
  });
});
