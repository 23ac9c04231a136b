import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commandLine } from '../../../src/adapters/ssh/commandLine.ts';
import { machineScripts } from '../../../src/generated/machineScripts.ts';
import type { RemoteShell } from '../../../src/ports/remoteShell.ts';
import { stopK3s } from '../../../src/reimage/machine/stopK3s.ts';
import { requireTool } from '../../tools/tools.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pilotlight-stop-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** A machine of this one, whose systemd knows one unit; `stops` is how stopping ends. */
function machine(unit: string, stops = 'exit 0'): RemoteShell {
  const script = `#!/bin/sh\necho "$*" >> ${root}/calls\ncase $1 in cat) [ "$2" = ${unit}.service ] ;; stop) ${stops} ;; esac\n`;
  for (const [name, text] of [
    ['systemctl', script],
    ['id', '#!/bin/sh\necho 0\n'],
  ] as const) {
    writeFileSync(join(root, name), text);
    chmodSync(join(root, name), 0o755);
  }
  return {
    name: 'core@lenovo1:22',
    run: async (text, parameters) => {
      const { status, stdout, stderr } = spawnSync('sh', ['-c', commandLine(text, parameters)], {
        env: { PATH: `${root}:${process.env.PATH}` },
      });
      return { status: status ?? 255, stdout, stderr: stderr.toString() };
    },
    reconnect: async () => {},
    close: async () => {},
  };
}

test.each(['k3s', 'k3s-agent'])('the unit that is there is stopped: %s', async (unit) => {
  await stopK3s(machine(unit), 'restart');
  const calls = readFileSync(join(root, 'calls'), 'utf8').split('\n');
  expect(calls.filter((call) => !call.startsWith('cat'))).toEqual([`stop ${unit}.service`, '']);
});

test('the unit of a machine that leaves for good does not start with the machine any more', async () => {
  await stopK3s(machine('k3s'), 'for-good');
  const calls = readFileSync(join(root, 'calls'), 'utf8').split('\n');
  expect(calls.filter((call) => !call.startsWith('cat'))).toEqual([
    'stop k3s.service',
    'disable k3s.service',
    '',
  ]);
});

test('a machine without K3s has nothing to stop', async () => {
  await stopK3s(machine('none'), 'for-good');
  expect(readFileSync(join(root, 'calls'), 'utf8')).not.toContain('stop');
});

test('what systemd says against it is told', async () => {
  await expect(stopK3s(machine('k3s', 'echo "Job failed" >&2; exit 1'), 'restart')).rejects.toMatchObject({
    message: 'K3s on core@lenovo1:22 does not stop: Job failed',
  });
});

test('the script has no fault', (context) => {
  const shellcheck = requireTool('shellcheck', context);
  const { stdout } = spawnSync(shellcheck, ['-s', 'sh', '-'], {
    input: machineScripts['stop-k3s'],
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
});
