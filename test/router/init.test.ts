import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fingerprint, parseHostKey } from '../../src/shared/hostKey.ts';
import { type BootRouter, startBootRouter } from './boot/bootRouter.ts';
import { type Ended, run } from './lab/programs.ts';

const program = new URL('../../src/cli/bin.ts', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'pilotlight-init-router-'));
let router: BootRouter | undefined;
afterEach(async () => {
  await router?.close();
  rmSync(folder, { recursive: true });
});

async function pilotlight(...args: string[]): Promise<Ended> {
  const [enter = '', ...entered] = router?.operator ?? [];
  const environment = [`HOME=${folder}`, `PILOTLIGHT_CACHE=${join(folder, 'cache')}`];
  return run(enter, [
    ...entered,
    'env',
    `--chdir=${folder}`,
    ...environment,
    process.execPath,
    program,
    ...args,
  ]);
}

test('a real router is looked at only when its key was agreed to, and tells the rest', async (context) => {
  router = await startBootRouter(context);
  const pin = parseHostKey(router.hostKey);
  const key = pin?.kind === 'key' ? fingerprint(pin.blob) : '';
  writeFileSync(join(folder, 'key'), router.clientKey, { mode: 0o600 });
  await router.exec("echo '1800000000 52:54:00:77:00:01 192.168.77.150 one *' > /tmp/dhcp.leases");
  const said = [
    '--yes',
    '--domain',
    'rack.example.org',
    '--k3s',
    'v1.34.1+k3s1',
    '--router',
    'root@192.168.77.1',
    '--ssh-key',
    'key',
    '--import',
    'leases',
  ];
  const authorized = [
    '--authorized-key',
    'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBxIBB+ILHpkFJboJMz0vKJEc+fiWGFr7A3qr/QMCOI+ a',
  ];

  const refused = await pilotlight('init', ...said, ...authorized);
  expect(refused.status).toBe(4);
  expect(refused.stderr).toContain(key);
  expect(existsSync(join(folder, 'inventory'))).toBe(false);
  const other = await pilotlight('init', ...said, ...authorized, '--host-key', `SHA256:${'A'.repeat(43)}`);
  expect(other.status).toBe(4);

  const made = await pilotlight('init', ...said, ...authorized, '--host-key', key);
  expect(`${made.stderr}${made.status}`).toBe('0');
  const site = parse(readFileSync(join(folder, 'inventory/site.yaml'), 'utf8'));
  expect(site).toMatchObject({
    network: { cidr: '192.168.77.0/24', dhcpPool: { from: '192.168.77.100', to: '192.168.77.199' } },
    router: { address: '192.168.77.1', ssh: { hostKeys: [key] } },
  });
  const node = parse(readFileSync(join(folder, 'inventory/nodes/one.yaml'), 'utf8'));
  expect(node).toMatchObject({ macs: ['52:54:00:77:00:01'], address: '192.168.77.2', role: 'server' });

  const looked = await pilotlight('doctor', '--ssh-key', 'key', '--format', 'json');
  const steps: { name: string; detail?: string; state: string }[] = JSON.parse(looked.stdout).steps;
  expect(steps.find(({ detail }) => detail === 'ssh')).toMatchObject({ state: 'ok' });
  expect(steps.find(({ detail }) => detail === 'release')).toMatchObject({ state: 'failed' });
  expect(looked.status).toBe(1);
});
