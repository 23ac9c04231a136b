import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { powerScripts } from '../../../src/generated/powerScripts.ts';
import { shQuote } from '../../../src/shared/shQuote.ts';
import { type MachineLab, nodes, startLab } from './lab.ts';
import type { Running } from './site.ts';

/**
 * Machines with real UEFI firmware install themselves as Pilotlight has them do, one story after the other. Real: firmware, TFTP, iPXE, the
 * gate, Ignition, SSH, BootNext, IPMI, Redfish. Models: the installer does what CoreOS's does with the same arguments, the system is a small
 * Linux whose init starts the units of the first boot.
 */
let lab: MachineLab;
afterAll(() => lab?.close());

const armed = /one\.lab\s+\w+\s+\w+\s+\d+ min/;
const secrets = ['--secrets', 'secrets.env'] as const;

/** The boot option that one node was started from the network by: `0002`. */
let networkOption = '';

async function code(running: Running, expected: number): Promise<string> {
  const ended = await running.ended;
  if (ended !== expected) throw new Error(`it ended with ${ended}: ${running.said()}`);
  return running.said();
}

/** Whether nothing was ever written at the beginning of a disk. */
function isEmpty(file: string, bytes = 1 << 20): boolean {
  const part = Buffer.alloc(bytes);
  const open = openSync(file, 'r');
  readSync(open, part, 0, bytes, 0);
  closeSync(open);
  return part.every((byte) => byte === 0);
}

/** The host key, the start and the generation of a node, by its own word. */
async function identity(
  name: keyof typeof nodes,
): Promise<Record<'key' | 'boot' | 'release' | 'mark', string>> {
  const files = [
    '/etc/ssh/ssh_host_ed25519_key.pub',
    '/proc/sys/kernel/random/boot_id',
    '/etc/pilotlight/generation.json',
    '/var/lib/mark',
  ];
  const said = await lab.site.ssh(
    nodes[name],
    `for file in ${files.join(' ')}; do cat $file; echo --; done 2>/dev/null`,
  );
  const [key = '', boot = '', generation = '{}', mark = ''] = said.split('--\n');
  const { release } = JSON.parse(generation) as { release: string };
  return { key, boot, release, mark };
}

test('machines with empty disks are installed: one is armed, the others are started by IPMI and Redfish', {
  timeout: 3_600_000,
}, async (context) => {
  lab = await startLab(context);
  const { site, machines, controllers } = lab;
  await site.well('arm', 'one', ...secrets);
  expect(await site.well('armed')).toMatch(armed);
  const reimage = site.start(
    'reimage',
    'two',
    'three',
    '--replace-dead',
    '--agents-at-a-time',
    '2',
    '--yes',
    ...secrets,
  );
  machines.one.switchOn();
  const [, device] = await machines.one.screen.until(/live system runs, to install (\S+)\s/);
  expect(device).toBe('/dev/disk/by-id/virtio-ONE');
  await machines.one.screen.until(/Ignition applied its configuration/);
  await machines.one.screen.until(/one\.lab: all units ended/);
  expect(await site.well('armed')).toMatch(/one\.lab\s.*it reported that it is ready/);
  // It founded its cluster, as far as the model of K3s goes.
  const k3s = '/var/lib/rancher/k3s';
  expect(await site.ssh(nodes.one, `systemctl is-active k3s; cat ${k3s}/starts ${k3s}/labels`)).toMatch(
    /^active\ncluster-init: true\n.*label node one\.lab .*pilotlight\/generation=[0-9a-f]{12} .*\/variant=bootstrap\n$/,
  );
  expect(await site.ssh(nodes.one, 'id -un; sudo -n id -u; cat /etc/hostname')).toBe('core\n0\none.lab\n');

  await code(reimage, 0);
  expect(controllers.told.filter((line) => line.startsWith('two'))).toEqual(['two boot pxe', 'two power 1']);
  const byRedfish = controllers.told.filter((line) => line.startsWith('three'));
  expect([...new Set(byRedfish)]).toEqual(['three Pxe', 'three On']);
  for (const name of ['two', 'three'] as const) {
    expect(machines[name].screen.text.match(/e2e: installed/g)).toHaveLength(1);
    expect(await site.ssh(nodes[name], 'cat /etc/hostname')).toBe(`${name}.lab\n`);
  }
});

test('a running machine is reimaged by BootNext; others lose their power in the middle, or have another disk', {
  timeout: 3_600_000,
}, async () => {
  // It is to be a machine without K3s: there is no cluster any more that would have to let it go.
  lab.site.describe({ ...nodes.one, role: 'none' });
  await lab.site.well('deploy');
  await Promise.all([reimageBySsh(), cutInTheMiddle(), otherDisk()]);
});

async function reimageBySsh(): Promise<void> {
  const { site, machines } = lab;
  await site.ssh(nodes.one, 'sudo -n sh -c "echo old >/var/lib/mark"');
  const before = await identity('one');
  expect(before.mark).toBe('old\n');
  const said = await code(site.start('reimage', 'one', '--yes', ...secrets), 0);
  [, networkOption = ''] = /BootNext is Boot(\w{4}) .UEFI PXEv4/.exec(said) ?? [];
  expect(networkOption).not.toBe('');
  const after = await identity('one');
  expect(after.mark).toBe('');
  expect(after.release).not.toBe(before.release);
  expect(after.key).not.toBe(before.key);
  expect(after.boot).not.toBe(before.boot);
  expect(machines.one.screen.text.match(/e2e: installed/g)).toHaveLength(2);
}

async function cutInTheMiddle(): Promise<void> {
  const { site, machines } = lab;
  const machine = machines.two;
  const { screen } = machine;
  await screen.until(/two\.lab: all units ended/);
  const networkBoot = async (slow?: number): Promise<void> => {
    await machine.cutPower();
    machine.switchOn('network', slow);
  };
  await site.well('arm', 'two', ...secrets);
  await networkBoot(2 << 20);
  await screen.until(/e2e: writes \/dev\/disk\/by-id\/virtio-TWO/);
  await machine.cutPower();
  // What was written in part can be started by nobody.
  expect(isEmpty(machine.disk('TWO'))).toBe(true);

  // The permission was for that installation: nothing comes by itself.
  await networkBoot();
  await screen.until(/Pilotlight: two\.lab boots its own disk/);
  await site.well('arm', 'two', ...secrets);
  await networkBoot();
  await screen.until(/e2e: installed/);
  await screen.until(/two\.lab: all units ended/);
  expect(await site.well('armed')).toMatch(/two\.lab\s.*it reported that it is ready/);
}

async function otherDisk(): Promise<void> {
  const { site } = lab;
  const machine = await lab.replace('three', ['OTHER', 'DATA']);
  await site.well('arm', 'three', ...secrets);
  machine.switchOn('network');
  await machine.screen.until(/the installer gives up: there is no disk \/dev\/disk\/by-id\/virtio-THREE/);
  // Nothing was ever written to them: their files have no blocks.
  for (const serial of ['OTHER', 'DATA']) expect(statSync(machine.disk(serial)).blocks).toBe(0);
  await machine.cutPower();
  await site.well('disarm', 'three');
}

test('a second network boot installs nothing: who is not armed boots its disk', {
  timeout: 3_600_000,
}, async () => {
  const { site, machines } = lab;
  const { screen } = machines.one;
  const before = await identity('one');
  await screen.until(/e2e: installed[\s\S]*one\.lab: all units ended/);
  const [high = '', low = ''] = networkOption.match(/../g) ?? [];
  const bytes = [low, high]
    .map((byte) => `\\${Number.parseInt(byte, 16).toString(8).padStart(3, '0')}`)
    .join('');
  const words = [powerScripts['boot-next'], 'boot-next', '/sys/firmware/efi/efivars', bytes]
    .map(shQuote)
    .join(' ');
  expect(await site.ssh(nodes.one, `sudo -n sh -c ${words} && sudo -n systemctl reboot`)).toMatch(
    /^BootNext /,
  );
  await screen.until(/Pilotlight: one\.lab boots its own disk/);
  await screen.until(/one\.lab: all units ended/);
  const after = await identity('one');
  expect(after).toEqual({ ...before, boot: after.boot });
  expect(after.boot).not.toBe(before.boot);
  expect(screen.text.match(/e2e: installed/g)).toHaveLength(2);
});
