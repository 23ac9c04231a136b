import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type NodePlaces, sshPower } from '../../../src/adapters/power/ssh/ssh.ts';
import { remoteShells } from '../../../src/adapters/ssh/remoteShells.ts';
import type { PowerControl } from '../../../src/ports/power.ts';
import type { RemoteShell } from '../../../src/ports/remoteShell.ts';
import { type Dropbear, startDropbear } from '../ssh/dropbear.ts';
import { dashShell, localShell } from '../storage/shell/localShell.ts';
import { cardNodes, diskNodes, efiFile, ipv4Node, loadOption, numbers, variable } from './efi/bytes.ts';
import { failure, machine, testTools } from './tools.ts';

const [mac = ''] = machine.macs;
let started: Dropbear | undefined;
let folder: string;
let places: NodePlaces;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilotlight-efi-'));
  places = {
    efivars: join(folder, 'efi/efivars'),
    systemctl: join(folder, 'systemctl'),
    sysrq: join(folder, 'sysrq'),
  };
  mkdirSync(places.efivars, { recursive: true });
  put('Boot0001', loadOption('Fedora', [diskNodes]));
  put('Boot0102', loadOption('UEFI PXEv4', [cardNodes(mac), ipv4Node]));
  put('BootOrder', numbers(1, 0x102));
  put('BootCurrent', numbers(1));
});
afterEach(() => rmSync(folder, { recursive: true }));
afterAll(() => started?.close());

function put(name: string, value: Buffer): void {
  writeFileSync(join(places.efivars, efiFile(name)), variable(value));
}

function bootNext(): string {
  return readFileSync(join(places.efivars, efiFile('BootNext'))).toString('hex');
}

/** A program in the place of systemctl. */
function systemctl(script: string): void {
  writeFileSync(places.systemctl, `#!/bin/sh\necho "$@" >'${folder}/told'\n${script}\n`, { mode: 0o755 });
}

function power(open: () => Promise<RemoteShell>, settings = {}): PowerControl {
  return sshPower(settings, machine, testTools({ node: open }), places);
}

describe('over a real connection', () => {
  let dropbear: Dropbear;
  beforeEach(async ({ skip }) => {
    started ??= await startDropbear({ skip });
    dropbear = started;
  });
  const open = (): Promise<RemoteShell> => {
    const { port, user, hostKeys, key } = dropbear;
    const to = { host: '127.0.0.1', port, user, hostKeys: [hostKeys.ed25519] };
    return remoteShells({ privateKey: key }).open(to);
  };

  test('the network is chosen once, and the system is restarted', async () => {
    systemctl('kill -9 $PPID; exec sleep 60');
    const control = power(open);
    expect(await control.probe()).toEqual({
      usable: true,
      detail: 'it answers, and has Boot0102 “UEFI PXEv4”',
    });
    expect(await control.state()).toBe('on');
    expect(await control.bootNetworkOnce()).toEqual({
      by: 'once',
      detail: 'BootNext is Boot0102 “UEFI PXEv4”',
    });
    expect(bootNext()).toBe('070000000201');
    await control.cycle();
    expect(readFileSync(join(folder, 'told'), 'utf8')).toBe('reboot -i\n');
  });

  test('a restart that answers before the connection ends is one, too', async () => {
    systemctl('exit 0');
    await power(open).cycle();
  });

  test('a restart that is refused is a failure', async () => {
    systemctl('echo "Access denied" >&2; exit 1');
    expect((await failure(power(open).cycle())).message).toBe(
      'node1.example.org: it cannot be restarted: Access denied',
    );
  });
});

describe('on a node', () => {
  /** A shell of this machine, with programs of the test before the others. */
  const shell = (
    context: { skip: (note?: string) => never },
    programs: Readonly<Record<string, string>> = {},
  ) => {
    const bin = join(folder, 'bin');
    mkdirSync(bin, { recursive: true });
    for (const [name, script] of Object.entries(programs))
      writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    const kind = dashShell(context);
    return async () => localShell({ ...kind, path: `${bin}:${kind.path}` });
  };

  test('BootNext that is there is written over, by name too', async ({ skip }) => {
    put('BootNext', numbers(1));
    const chattr = `echo "$@" >'${folder}/chattr'; exit 1`;
    await power(shell({ skip }, { chattr }), { entry: 'UEFI PXEv4' }).bootNetworkOnce();
    expect(bootNext()).toBe('070000000201');
    expect(readFileSync(join(folder, 'chattr'), 'utf8')).toBe(`-i ${efiFile('BootNext')}\n`);
    await power(shell({ skip }), { entry: '1' }).bootNetworkOnce();
    expect(bootNext()).toBe('070000000100');
  });

  test('somebody who is not root does it by sudo', async ({ skip }) => {
    const sudo = `echo "$1 $2" >>'${folder}/sudo'; shift; exec "$@"`;
    await power(shell({ skip }, { id: 'echo 1000', sudo })).bootNetworkOnce();
    expect(readFileSync(join(folder, 'sudo'), 'utf8')).toBe('-n sh\n-n sh\n');
    expect(bootNext()).toBe('070000000201');
  });

  test('without sudo nothing is done', async ({ skip }) => {
    const sudo = 'echo "sudo: a password is required" >&2; exit 1';
    const control = power(shell({ skip }, { id: 'echo 1000', sudo }));
    const { message, next } = await failure(control.bootNetworkOnce());
    expect(message).toContain('its boot options cannot be read: sudo: a password is required');
    expect(next).toContain('sudo without a password');
    expect((await control.probe()).usable).toBe(false);
  });

  test('of a BIOS there is no BootNext', async ({ skip }) => {
    const control = sshPower({}, machine, testTools({ node: shell({ skip }) }), {
      ...places,
      efivars: join(folder, 'none/efivars'),
    });
    const { message, next } = await failure(control.bootNetworkOnce());
    expect(message).toContain('it was started by a BIOS, which has no BootNext');
    expect(next).toContain('networkBoot: firmware');
    expect(await control.probe()).toEqual({ usable: false, detail: message });
  });

  test('where nothing is mounted, that is said', async ({ skip }) => {
    rmSync(places.efivars, { recursive: true });
    mkdirSync(places.efivars);
    expect((await failure(power(shell({ skip })).bootNetworkOnce())).message).toContain(
      'efivarfs is not mounted',
    );
  });

  test('firmware that does not keep what is written is found out', async ({ skip }) => {
    symlinkSync('/dev/null', join(places.efivars, efiFile('BootNext')));
    const { message } = await failure(power(shell({ skip })).bootNetworkOnce());
    expect(message).toBe(
      'node1.example.org: its firmware does not take BootNext Boot0102 “UEFI PXEv4”: it does not hold what was written',
    );
  });

  test('an option for the network that is not there is missed before anything is written', async ({
    skip,
  }) => {
    rmSync(join(places.efivars, efiFile('Boot0102')));
    const { message, next } = await failure(power(shell({ skip })).bootNetworkOnce());
    expect(message).toContain('(it has Boot0001 “Fedora”)');
    expect(next).toContain('PXE');
    expect(bootNext).toThrow('ENOENT');
  });

  test('the firmware may be left to choose', async ({ skip }) => {
    rmSync(places.efivars, { recursive: true });
    const control = power(shell({ skip }), { networkBoot: 'firmware' });
    expect((await control.probe()).usable).toBe(true);
    expect(await control.bootNetworkOnce()).toMatchObject({ by: 'firmware' });
  });

  test('SysRq restarts what no longer ends by itself', async ({ skip }) => {
    writeFileSync(places.sysrq, '');
    const control = power(shell({ skip }), { restart: 'sysrq' });
    const watcher = watch(places.sysrq);
    const pressed = new Promise<void>((resolve) => {
      watcher.on('change', () => {
        if (readFileSync(places.sysrq, 'utf8') === 's\nu\nb\n') resolve();
      });
    });
    await control.cycle();
    await pressed;
    watcher.close();
    rmSync(places.sysrq);
    expect((await failure(control.cycle())).message).toContain('it does not take SysRq');
  });
});

test('a node that does not answer cannot be used, and may be on or off', async () => {
  const control = sshPower({}, machine, testTools({}), places);
  expect(await control.probe()).toEqual({ usable: false, detail: 'cannot connect: there was no answer' });
  expect(await control.state()).toBe('unknown');
});
