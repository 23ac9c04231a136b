import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { requireRouter } from '../router/lab/requireRouter.ts';
import { type Router, startRouter } from '../router/lab/router.ts';
import { useBundle } from './support/bundle.ts';
import { runAction, type Step } from './support/runAction.ts';
import { smallImages } from './support/storage.ts';
import { makeWorkspace, type Workspace } from './support/workspace.ts';

const bundle = useBundle();

async function router(): Promise<Router> {
  const started = await startRouter({
    userland: 'openwrt',
    server: 'dropbear',
    stickBytes: 192 * 1024 * 1024,
  });
  onTestFinished(() => started.close());
  return started;
}

/** A checkout of a site whose router is on the loopback interface. */
function siteOf({ address, port, url, hostKey }: Router, imageBytes?: number): Workspace {
  const workspace = makeWorkspace();
  smallImages(workspace, imageBytes);
  for (const name of readdirSync(join(workspace.folder, 'inventory/nodes')))
    workspace.edit(`inventory/nodes/${name}`, '192.168.26.', '127.0.0.');
  workspace.edit('inventory/site.yaml', 'cidr: 192.168.26.0/24', 'cidr: 127.0.0.0/24');
  workspace.edit(
    'inventory/site.yaml',
    'from: 192.168.26.100, to: 192.168.26.199',
    'from: 127.0.0.100, to: 127.0.0.199',
  );
  workspace.edit('inventory/site.yaml', 'address: 192.168.26.1', `address: ${address}\n  url: ${url}`);
  workspace.edit('inventory/site.yaml', '  ssh:\n', `  ssh:\n    port: ${port}\n`);
  workspace.edit(
    'inventory/site.yaml',
    '      - ssh-ed25519',
    `      - ${JSON.stringify(hostKey)}\n      - ssh-ed25519`,
  );
  return workspace;
}

test('the bundle deploys over SSH, with the key of the input', async (context) => {
  requireRouter(context);
  const lab = await router();
  const workspace = siteOf(lab);
  const step: Step = { inputs: { command: 'deploy', 'ssh-key': lab.clientKey } };
  const first = await runAction(bundle.main(), workspace, step);
  expect(first.annotations).toEqual([]);
  expect(first.code).toBe(0);
  expect(first.outputs.changed).toBe('true');
  expect(readdirSync(lab.seen('/mnt/usb/pilotlight/releases'))).toEqual([first.outputs.deployed]);
  const second = await runAction(bundle.main(), workspace, step);
  expect(second.outputs).toMatchObject({ deployed: first.outputs.deployed, changed: 'false' });
});

test('the end of the step gives the lock of a killed run back over SSH', {
  timeout: 120_000,
}, async (context) => {
  requireRouter(context);
  const lab = await router();
  const workspace = siteOf(lab, 32 * 1024 * 1024);
  const inputs = { command: 'deploy', 'ssh-key': lab.clientKey, 'lock-timeout': '0' };
  let killed = false;
  const main = await runAction(bundle.main(), workspace, {
    inputs,
    watch: (output, kill) => {
      if (killed || !output.includes('uploading')) return;
      killed = true;
      kill('SIGKILL');
    },
  });
  expect(main.code).toBe(null);
  expect(main.state.locks).not.toContain(lab.clientKey.split('\n')[1]);
  const post = await runAction(bundle.post(), workspace, { inputs, state: main.state });
  expect(post.annotations).toEqual([]);
  expect(post.log).toContain('the lock of lab was given back');
  const next = await runAction(bundle.main(), workspace, { inputs });
  expect(next.annotations).toEqual([]);
  expect(next.outputs.changed).toBe('true');
});

test('another host key is refused before anything is said, with its fingerprint', async (context) => {
  requireRouter(context);
  const lab = await router();
  const { hostKey: _hostKey, ...others } = lab;
  const workspace = siteOf({ ...others, hostKey: 'SHA256:GtOFTGqVB+WaZeZbmKBsfDPZUiy3Gg+gLBUbxxJbAeo' });
  const inputs = { command: 'deploy', 'ssh-key': lab.clientKey };
  const result = await runAction(bundle.main(), workspace, { inputs });
  expect(result.code).toBe(1);
  expect(result.annotations).toHaveLength(1);
  expect(result.annotations[0]?.message).toContain('SHA256:');
  expect(readdirSync(lab.seen('/mnt/usb'))).not.toContain('pilotlight');
});
