import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, test } from 'vitest';
import { openPower } from '../../../../src/adapters/power/openPower.ts';
import type { PowerControl } from '../../../../src/ports/power.ts';
import { requireTool, type Skipping } from '../../../tools/tools.ts';
import { freePort } from '../../ssh/dropbear.ts';
import { failure, machine, testTools } from '../tools.ts';
import { makeCertificate } from '../web/certificate.ts';

const uuid = '27946b59-9e44-4fa7-8e91-f3527a1ef094';
const password = 'correct horse';

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

interface Emulator {
  readonly url: string;
  readonly sha256: string;
  /** Resolves once the emulator has logged a text. */
  logged(text: string): Promise<void>;
}

/** OpenStack's emulator with its fake machine, TLS and a password. */
async function startEmulator(context: Skipping): Promise<Emulator> {
  const packages = requireTool('sushy-tools', context);
  const python = requireTool('python3', context);
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-sushy-'));
  const { key, certificate, sha256 } = makeCertificate(context, 'IP:127.0.0.1');
  writeFileSync(join(folder, 'key'), key);
  writeFileSync(join(folder, 'certificate'), certificate);
  const environment = { ...process.env, PYTHONPATH: packages, PYTHONDONTWRITEBYTECODE: '1' };
  const script = 'import bcrypt, sys; print(bcrypt.hashpw(sys.argv[1].encode(), bcrypt.gensalt(4)).decode())';
  const hash = execFileSync(python, ['-c', script, password], { env: environment, encoding: 'utf8' });
  writeFileSync(join(folder, 'users'), `admin:${hash}`);
  writeFileSync(
    join(folder, 'config.py'),
    `SUSHY_EMULATOR_AUTH_FILE = '${folder}/users'\nSUSHY_EMULATOR_STATE_DIR = '${folder}'\n`,
  );
  const port = await freePort();
  const child = spawn(
    python,
    [
      ...['-m', 'sushy_tools.emulator.main', '--fake', '--debug', '-i', '127.0.0.1', '-p', `${port}`],
      ...['--config', join(folder, 'config.py')],
      ...['--ssl-certificate', join(folder, 'certificate'), '--ssl-key', join(folder, 'key')],
    ],
    // In debugging it starts itself once more: the group is what ends.
    { env: environment, stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  cleanups.push(() => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    rmSync(folder, { recursive: true });
  });
  const lines: string[] = [];
  const waiting = new Map<string, () => void>();
  createInterface({ input: child.stderr }).on('line', (line) => {
    lines.push(line);
    for (const [text, resolve] of waiting) if (line.includes(text)) resolve();
  });
  const logged = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      if (lines.some((line) => line.includes(text))) return resolve();
      waiting.set(text, resolve);
      child.once('exit', () => reject(new Error(lines.join('\n'))));
    });
  await logged('Running on');
  return { url: `https://127.0.0.1:${port}`, sha256, logged };
}

function power({ url, sha256 }: Emulator, more: object = {}, value = password): PowerControl {
  const settings = { url, certificateSha256: sha256, user: 'admin', password: { secret: 'BMC' }, ...more };
  return openPower({ method: 'redfish', settings }, machine, testTools({ secrets: { BMC: value } }), {});
}

test('an emulated machine is started from the network', async (context) => {
  const emulator = await startEmulator(context);
  const control = power(emulator, { system: 'fake' });
  expect(await control.probe()).toEqual({ usable: true, detail: 'Sushy Emulator, power off' });
  expect(await control.bootNetworkOnce()).toMatchObject({ by: 'once' });
  await emulator.logged(`Set boot device to "Pxe" for system "${uuid}"`);
  await control.cycle();
  await emulator.logged(`System "${uuid}" power state set to "On"`);

  const { message, next } = await failure(power(emulator, {}, 'battery staple').state());
  expect(message).toContain('Incorrect username or password (status 401)');
  expect(next).toContain('Check the user and the password');
});
