import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256 } from '../../src/shared/digest.ts';
import { siteText } from './boot/project.ts';
import { type Ended, run } from './lab/programs.ts';
import { requireRouter } from './lab/requireRouter.ts';
import { type Router, startRouter } from './lab/router.ts';
import { bytesFor } from './sweep/sample.ts';

const program = new URL('../../src/cli/bin.ts', import.meta.url).pathname;

let folder = '';
let router: Router | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilotlight-program-'));
});
afterEach(async () => {
  await router?.close();
  rmSync(folder, { recursive: true });
});

function write(path: string, content: string | Uint8Array): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** An inventory of one machine behind the router, and the files that it installs. */
function writeInventory(hostKey: string): void {
  write('inventory/site.yaml', siteText(hostKey, '  url: http://192.168.77.1/pilotlight\n'));
  writeNode('');
  const files = ['kernel', 'initramfs', 'rootfs'].map((name) => {
    const bytes = bytesFor(name, 200_000);
    write(`images/coreos/44.20260707.3.1/x86_64/${name}`, bytes);
    return `    ${name}: { url: 'https://example.org/${name}', sha256: ${sha256(bytes)} }`;
  });
  const head = 'coreos:\n  - stream: stable\n    version: 44.20260707.3.1\n    architecture: x86_64\n';
  write('inventory/images.lock.yaml', `${head}${files.join('\n')}\n`);
}

function writeNode(more: string): void {
  const settings =
    'macs: ["52:54:00:77:00:01"]\naddress: 192.168.77.11\nrole: server\ninstallDisk: /dev/disk/by-id/ata-one\n';
  write('inventory/nodes/one.yaml', `${settings}${more}`);
}

/** Runs the program where only the operator of the router can reach it. */
async function pilotlight(...args: string[]): Promise<Ended> {
  const [enter = '', ...entered] = router?.operator ?? [];
  const secrets = [
    `HOME=${folder}`,
    `PILOTLIGHT_CACHE=${join(folder, 'cache')}`,
    `PILOTLIGHT_IMAGES=${folder}`,
  ];
  return run(enter, [...entered, 'env', `--chdir=${folder}`, ...secrets, process.execPath, program, ...args]);
}

/** What it prints, where it must go well. */
async function well(...args: string[]): Promise<string> {
  const { status, stdout, stderr } = await pilotlight(...args);
  expect(status, `${args.join(' ')}: ${stdout}${stderr}`).toBe(0);
  return stdout;
}

/** What machines would be told to boot, by the router's own HTTP server. */
async function served(): Promise<string> {
  const [enter = '', ...entered] = router?.operator ?? [];
  const ask = `const texts = await Promise.all(['a', 'b'].map((slot) =>
    fetch(process.argv[1] + '/state/current.' + slot).then((answer) => (answer.ok ? answer.text() : ''))));
  const newest = texts.sort((a, b) => Number(b.split(' ')[2] ?? 0) - Number(a.split(' ')[2] ?? 0))[0];
  process.stdout.write(newest.split(' ')[3] ?? '');`;
  const { stdout } = await run(enter, [
    ...entered,
    process.execPath,
    '--input-type=module',
    '-e',
    ask,
    router?.url ?? '',
  ]);
  return stdout;
}

test('the program deploys to a router in a network of its own, again, back, and looks after it', async (context) => {
  requireRouter(context);
  router = await startRouter({ network: true, stickBytes: 200 << 20 });
  writeInventory(router.hostKey);
  write('key', router.clientKey);
  const deploy = () => well('deploy', '--ssh-key', 'key');

  expect(await well('deploy', '--plan', '--ssh-key', 'key')).toMatch(/switch/);
  expect((await router.exec('ls /mnt/usb')).stdout).toBe('lost+found\n');
  await deploy();
  const first = await served();
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(await deploy()).toMatch(/nothing to do/i);

  writeNode('kernelArguments: [quiet]\n');
  await deploy();
  const second = await served();
  expect(second).not.toBe(first);
  await well('verify', '--ssh-key', 'key');
  await well('rollback', '--ssh-key', 'key');
  expect(await served()).toBe(first);
  const status = await well('status', '--ssh-key', 'key');
  expect(status).toContain(first.slice(0, 12));
  expect(status).toContain(second.slice(0, 12));
  expect((await router.exec('ls /mnt/usb/pilotlight/incoming')).stdout).toBe('');
});

test('a router with another host key gets nothing', async (context) => {
  requireRouter(context);
  router = await startRouter({ network: true });
  writeInventory('ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJrQ3gvYdSwmYtlmOYnnBVKYQ8UCWf7n9QvN6c0VbLxN');
  write('key', router.clientKey);
  const { status, stderr } = await pilotlight('deploy', '--ssh-key', 'key');
  expect(status).not.toBe(0);
  expect(stderr).toMatch(/SHA256:/);
  expect((await router.exec('ls /mnt/usb')).stdout).toBe('lost+found\n');
});
