import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { machineScriptsModule } from '../../../scripts/generate-machine-scripts.ts';
import { commandLine } from '../../../src/adapters/ssh/commandLine.ts';
import { kubectlScripts } from '../../../src/generated/kubectlScripts.ts';
import { machineScripts } from '../../../src/generated/machineScripts.ts';
import type { RemoteShell } from '../../../src/ports/remoteShell.ts';
import { readMachine } from '../../../src/reimage/machine/readMachine.ts';
import { findTool, requireTool } from '../../tools/tools.ts';

const repository = resolve(import.meta.dirname, '../../..');

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pilotlight-machine-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** A program that is found before all others. */
function program(name: string, script: string): void {
  write(`stubs/${name}`, `#!/bin/sh\n${script}\n`);
  chmodSync(join(root, 'stubs', name), 0o755);
}

function link(path: string, target: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  symlinkSync(target, join(root, path));
}

/** A shell of this machine, which finds the stubs first. */
function shellOf(sh: string): RemoteShell {
  return {
    name: 'core@lenovo1:22',
    run: async (script, parameters) => {
      const { status, stdout, stderr } = spawnSync(sh, ['-c', commandLine(script, parameters)], {
        env: { PATH: `${join(root, 'stubs')}:${process.env.PATH}` },
        input: '',
        maxBuffer: 16 * 1024 * 1024,
      });
      return { status: status ?? 255, stdout, stderr: stderr.toString() };
    },
    reconnect: async () => {},
    close: async () => {},
  };
}

function installedNode(): void {
  const generation = { site: 'lab', hostname: 'lenovo1.lab', variant: 'agent', digest: 'c'.repeat(64) };
  // Without an end of its line, as somebody's editor leaves it.
  write('etc/pilotlight/generation.json', JSON.stringify(generation));
  write('etc/os-release', 'ID=fedora\nOSTREE_VERSION="43.20251110.3.1"\n');
  write('proc/sys/kernel/random/boot_id', '3f1f8a0e-0d35-4b8e-9f5d-0f6c1c6a1c11\n');
  write('sys/class/net/eth0/address', '98:fa:9b:1c:2d:99\n');
  write('sys/class/net/eth0/device/vendor', '0x8086\n');
  write('sys/class/net/eth0/bonding_slave/perm_hwaddr', '98:fa:9b:1c:2d:01\n');
  write('sys/class/net/bond0/address', '98:fa:9b:1c:2d:98\n');
  link('dev/disk/by-id/wwn-0x5000', '../../sda');
  link('dev/disk/by-path/pci-0000:00:17.0-ata-1', '../../sda');
  write('dev/disk/by-id/no-link', '');
  program(
    'ip',
    'echo "2: wlan0: <UP> mtu 1500 link/ether 02:00:00:00:00:01 brd ff permaddr 98:fa:9b:1c:2d:03"',
  );
  program('lsblk', `echo '{"blockdevices":[{"kname":"sda","path":"/dev/sda","type":"disk","size":9}]}'`);
  program('k3s', 'echo "k3s version v1.35.2+k3s1 (abc)"; echo "go version go1.25"');
  program('systemctl', 'if [ "$2" = k3s-agent ]; then echo active; else echo inactive; exit 3; fi');
}

test('the module is what the generator makes', () => {
  expect(readFileSync(join(repository, 'src/generated/machineScripts.ts'), 'utf8')).toBe(
    machineScriptsModule(),
  );
});

test('it is no longer than a command line of dropbear', () => {
  expect(commandLine(kubectlScripts['as-root'], [machineScripts.see, 'see', '']).length).toBeLessThan(8_500);
});

test('it has nothing that shellcheck would say', (context) => {
  const words = ['--shell=sh', '-'];
  const options = { input: machineScripts.see, encoding: 'utf8' } as const;
  const { status, stdout } = spawnSync(requireTool('shellcheck', context), words, options);
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});

test.each(['sh', 'bash'])('by %s, an installed node tells all', async (sh) => {
  installedNode();
  expect(await readMachine(shellOf(sh), { root })).toEqual({
    answers: true,
    generation: { site: 'lab', hostname: 'lenovo1.lab', variant: 'agent', digest: 'c'.repeat(64) },
    disks: [
      {
        device: '/dev/sda',
        links: ['/dev/disk/by-id/wwn-0x5000', '/dev/disk/by-path/pci-0000:00:17.0-ata-1'],
        size: 9,
        root: false,
      },
    ],
    macs: ['98:fa:9b:1c:2d:01', '98:fa:9b:1c:2d:03', '98:fa:9b:1c:2d:99'],
    bootId: '3f1f8a0e-0d35-4b8e-9f5d-0f6c1c6a1c11',
    coreos: '43.20251110.3.1',
    k3s: { version: 'v1.35.2+k3s1', active: true },
  });
});

test('a machine that has nothing of all that, and no program but a shell, answers', async () => {
  for (const name of ['lsblk', 'ip', 'k3s', 'systemctl', 'readlink']) program(name, 'exit 127');
  expect(await readMachine(shellOf('sh'), { root })).toEqual({ answers: true });
});

test('a generation file, a list of disks and texts of programs without end are cut', async () => {
  installedNode();
  write('etc/pilotlight/generation.json', `{"x":"${'y'.repeat(200_000)}`);
  program('lsblk', 'exec yes "{"');
  program('k3s', 'exec yes v1');
  const view = await readMachine(shellOf('sh'), { root });
  expect(view).toMatchObject({ answers: true, coreos: '43.20251110.3.1' });
  expect(view).not.toHaveProperty('generation');
  expect(view).not.toHaveProperty('disks');
});

test.each([
  [
    'asks for a password',
    'echo "sudo: a password is required" >&2; exit 1',
    / \(sudo: a password is required\): sudo has/,
  ],
  ['is not there', 'exit 127', /without a password: sudo has to let it/],
])('sudo %s: the machine does not answer, and says why', async (_name, sudo, words) => {
  installedNode();
  program('id', 'echo 1000');
  program('sudo', sudo);
  const { answers, problem } = await readMachine(shellOf('sh'), { root });
  expect(answers).toBe(false);
  expect(problem).toMatch(/^whoever logs in to core@lenovo1:22 may not become root there/);
  expect(problem).toMatch(words);
});

test('sudo that lets core: it is asked as root', async () => {
  installedNode();
  program('id', 'echo 1000');
  program('sudo', `[ "$1" = -n ] || exit 9; shift; echo "$*" >>'${root}/asked'; exec "$@"`);
  expect(await readMachine(shellOf('sh'), { root })).toMatchObject({
    answers: true,
    coreos: expect.any(String),
  });
  expect(readFileSync(join(root, 'asked'), 'utf8')).toMatch(/^true\nsh -c /);
});

test('a login that runs something else than the script is no answer', async () => {
  const shell = {
    ...shellOf('sh'),
    run: async () => ({ status: 0, stdout: Buffer.from('Welcome\n'), stderr: '' }),
  };
  expect(await readMachine(shell)).toEqual({
    answers: false,
    problem: 'what core@lenovo1:22 tells of itself does not come to its end',
  });
  const barred = {
    ...shellOf('sh'),
    run: async () => ({
      status: 1,
      stdout: Buffer.alloc(0),
      stderr: 'This account\nis not available\u0007\n',
    }),
  };
  expect((await readMachine(barred)).problem).toBe(
    'core@lenovo1:22 cannot tell what it is: status 1 (is not available?)',
  );
});

test.runIf(findTool('busybox') !== undefined)(
  'by busybox, an installed node tells all that matters',
  async (context) => {
    installedNode();
    const busybox = requireTool('busybox', context);
    for (const name of ['head', 'sed', 'readlink', 'id']) program(name, `exec ${busybox} ${name} "$@"`);
    program('sh', `exec ${busybox} ash "$@"`);
    const view = await readMachine(shellOf('sh'), { root });
    expect(view).toMatchObject({ generation: { variant: 'agent' }, bootId: expect.any(String) });
    expect(view.disks?.[0]?.links).toHaveLength(2);
    // Its own `ip` comes before all others, and knows no permanent addresses.
    expect(view.macs).toEqual(['98:fa:9b:1c:2d:01', '98:fa:9b:1c:2d:99']);
  },
);
