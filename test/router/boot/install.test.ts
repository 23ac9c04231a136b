import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { requireTool } from '../../tools/tools.ts';
import { type BootRouter, startBootRouter } from './bootRouter.ts';
import { makeSwitch, type PluggedClient, plugClient } from './machines.ts';
import type { Asking } from './packet.ts';
import { makeProject, one, type Project, token } from './project.ts';

let router: BootRouter;
let project: Project;
const plugged: PluggedClient[] = [];
beforeEach(async (context) => {
  router = await startBootRouter(context);
  project = makeProject(router, context);
  if (router.outside !== undefined) await makeSwitch(router.outside);
});
afterEach(async () => {
  for (const each of plugged.splice(0)) await each.unplug();
  await router?.close();
  project?.close();
});

const ssh = ['--ssh-key', 'key'] as const;
const base = 'http://192.168.77.1:8069';
const pxe: Asking = {
  mac: one.mac,
  architecture: 7,
  vendorClass: 'PXEClient:Arch:00007:UNDI:003016',
};

async function plug(link = one): Promise<PluggedClient> {
  if (router.outside === undefined) throw new Error('there is no network');
  const client = await plugClient(router.outside, link);
  plugged.push(client);
  return client;
}

/** Gets a URL as the node, or as another machine. */
async function got({ client }: PluggedClient, url: string): Promise<{ status: number; text: string }> {
  const [answer] = await client.http(url);
  return answer ?? { status: 0, text: '' };
}

interface IgnitionFile {
  readonly path: string;
  readonly contents: { readonly source: string; readonly compression?: string };
}

/** A file of an Ignition configuration that was handed out. */
function textIn({ status, text }: { status: number; text: string }, path: string): string {
  expect(status).toBe(200);
  const { storage } = JSON.parse(text) as { storage: { files: IgnitionFile[] } };
  const { contents } = storage.files.find((file) => file.path === path) ?? {};
  const [, base64 = ''] = /^data:;base64,(.*)$/.exec(contents?.source ?? '') ?? [];
  return contents?.compression === 'gzip' ? gunzipSync(Buffer.from(base64, 'base64')).toString() : '';
}

test('a stock router becomes a boot server, and its node installs once', async (context) => {
  expect(await project.well('router', 'plan', ...ssh)).toMatch(/pilotlight_boot_ipxe/);
  expect((await router.exec('grep -c pilotlight /etc/config/dhcp')).stdout).toBe('0\n');
  await project.well('router', 'apply', ...ssh);
  expect(await project.well('router', 'apply', ...ssh)).toMatch(/nothing to do: the router of lab is set up/);
  await project.well('deploy', ...ssh);
  await project.well('router', 'doctor', ...ssh);

  // The firmware asks, then the iPXE that it was given, then iPXE's scripts.
  const node = await plug();
  const [offer, ofIpxe] = await node.client.dhcp(pxe, { ...pxe, userClass: 'iPXE' });
  expect(offer).toMatchObject({ address: one.address, hostname: 'one', bootFile: 'snponly.efi' });
  const [binary] = await node.client.tftp('snponly.efi');
  expect(Buffer.from(binary?.base64 ?? '', 'base64').equals(readFileSync(requireTool('ipxe', context)))).toBe(
    true,
  );
  expect(ofIpxe).toMatchObject({ address: one.address, bootFile: `${base}/cgi-bin/boot` });
  const boot = await got(node, `${base}/cgi-bin/boot`);
  const [, release] = /^chain (\S+)\/boot\.ipxe$/m.exec(boot.text) ?? [];
  expect(release).toMatch(/^http:\/\/192\.168\.77\.1:8069\/releases\/[0-9a-f]{64}$/);
  expect((await got(node, `${release}/boot.ipxe`)).text).toContain(
    'chain ipxe/by-mac/${netX/mac:hexhyp}.ipxe ||',
  );
  const gate = `${base}/cgi-bin/gate/${one.hexhyp}`;
  expect((await got(node, `${release}/ipxe/by-mac/${one.hexhyp}.ipxe`)).text).toContain(`chain ${gate} ||`);
  expect((await got(node, gate)).status).toBe(404);

  await project.well('arm', 'one', '--secrets', 'secrets.env', ...ssh);
  const other = await plug({ mac: '52:54:00:77:00:02', hexhyp: '', address: '192.168.77.12' });
  expect((await got(other, gate)).status).toBe(404);
  const script = await got(node, gate);
  const [, ignition = '', install = ''] =
    /^#!ipxe\nset ignition-url (\S+)\nchain (\S+)\n$/.exec(script.text) ?? [];
  expect(install).toBe(`${release}/nodes/one.lab/install.ipxe`);
  expect(await got(node, install)).toMatchObject({ status: 200, text: expect.stringMatching(/^#!ipxe\n/) });
  expect((await got(other, ignition)).status).toBe(404);
  expect(textIn(await got(node, ignition), '/etc/rancher/k3s/config.yaml')).toContain(token);
  expect((await got(node, gate)).status).toBe(404);
  expect(await project.well('armed', ...ssh)).toMatch(/one/);
});
