import { describe, expect, test } from 'vitest';
import type { BootStepKind } from '../../../src/router/boots/boot.ts';
import { readBoots } from '../../../src/router/boots/readBoots.ts';
import { type GateEventKind, gateEventKinds } from '../../../src/router/gate/events.ts';

const mac = '98:fa:9b:1c:2d:01';
const node = { hostname: 'lenovo1.lab', macs: [mac.toUpperCase(), '98:fa:9b:1c:2d:81'] };
const now = 10_000;

/** A line of the log so many seconds ago; the router's clock says half past nine. */
function line(secondsAgo: number, text: string): string {
  const time = new Date(Date.UTC(2026, 10, 22, 21, 30, 0) - secondsAgo * 1000).toUTCString();
  const [, day, month, year, clock] = /^Sun, (\d+) (\w+) (\d+) (\S+) GMT$/.exec(time) ?? [];
  return `Sun ${month} ${day} ${clock} ${year} daemon.info dnsmasq-${text}\n`;
}
const dhcp = (secondsAgo: number, whose = mac) =>
  line(secondsAgo, `dhcp[1]: DHCPDISCOVER(br-lan) ${whose}`) +
  line(secondsAgo, `dhcp[1]: DHCPOFFER(br-lan) 192.168.26.11 ${whose}`);
const tftp = (secondsAgo: number) => line(secondsAgo, 'tftp[1]: sent /r/tftp/snponly.efi to 192.168.26.11');
const event = (secondsAgo: number, kind: GateEventKind, text = '', whose = mac) => ({
  uptime: now - secondsAgo,
  kind,
  mac: whose,
  address: '192.168.26.11',
  text,
});

const boots = (log: string, events: ReturnType<typeof event>[] = [], nodes = [node]) =>
  readBoots({ log, clock: 'Sun Nov 22 21:30:00 UTC 2026', uptime: now, events, macs: new Map() }, nodes);
const kinds = (steps: readonly { readonly kind: BootStepKind }[]) => steps.map(({ kind }) => kind);

describe('why a boot went as it did', () => {
  test.each([
    ['nothing was seen', '', [], 'unseen', 'the router noticed nothing of it'],
    ['no offer', line(600, `dhcp[1]: DHCPDISCOVER(br-lan) ${mac}`), [], 'stuck', 'was offered none'],
    [
      'a full pool',
      line(9, `dhcp[1]: DHCPDISCOVER(br-lan) ${mac} no address available`),
      [],
      'stuck',
      'no address: no address available',
    ],
    ['no TFTP', dhcp(600), [], 'stuck', 'it got the address 192.168.26.11, and loaded nothing by TFTP'],
    ['no TFTP yet', dhcp(10), [], 'underWay', 'loaded nothing by TFTP'],
    [
      'no script',
      dhcp(600) + tftp(590) + dhcp(580),
      [],
      'stuck',
      'it loaded snponly.efi, and iPXE asked for no script',
    ],
    [
      'not armed',
      dhcp(600) + tftp(590),
      [event(580, 'asked')],
      'ownDisk',
      'it was not armed, and booted its own disk',
    ],
    [
      'installed before',
      dhcp(600),
      [event(580, 'asked', 'was installed since it was armed')],
      'ownDisk',
      'it was installed since it was armed, and booted',
    ],
    [
      'no Ignition',
      dhcp(4000) + tftp(3990),
      [event(3980, 'script', 'lenovo1')],
      'stuck',
      'it got the script that installs, and asked for no Ignition',
    ],
    [
      'no Ignition yet',
      dhcp(400) + tftp(390),
      [event(380, 'script', 'lenovo1')],
      'underWay',
      'asked for no Ignition',
    ],
    [
      'no first boot',
      dhcp(4000),
      [event(3980, 'script'), event(3900, 'ignition')],
      'stuck',
      'did not say that it started',
    ],
    [
      'not ready',
      '',
      [event(4000, 'ignition'), event(3000, 'first-boot')],
      'stuck',
      'did not say that it works',
    ],
    [
      'ready',
      '',
      [event(4000, 'ignition'), event(3000, 'ready', 'generation=a')],
      'installed',
      'it says that it works',
    ],
    ['failed', '', [event(30, 'failed', 'unit=k3s')], 'stuck', 'it says that it failed: unit=k3s'],
    [
      'refused',
      '',
      [event(30, 'script'), event(20, 'refused', 'ignition from x')],
      'stuck',
      'the gate refused it: ignition from x',
    ],
    [
      'another generation',
      '',
      [event(30, 'wrong-generation', 'g')],
      'stuck',
      'not installed with what it was armed for: g',
    ],
    ['ready too early', '', [event(30, 'early')], 'stuck', 'was installed before'],
    [
      'armed alone',
      '',
      [event(30, 'armed'), event(20, 'expired'), event(10, 'disarmed')],
      'unseen',
      'noticed nothing',
    ],
  ] as const)('%s', (_name, log, events, outcome, message) => {
    const [boot] = boots(log, [...events]);
    expect(boot?.outcome).toBe(outcome);
    expect(boot?.message).toContain(message);
    expect(boot?.next === undefined).toBe(outcome === 'installed' || outcome === 'ownDisk');
  });

  test('every kind of event is understood', () => {
    for (const kind of gateEventKinds) expect(boots('', [event(5, kind, 'x')])[0]?.message).not.toBe('');
  });
});

describe('which steps are of the last boot', () => {
  test('an earlier boot is none of its concern', () => {
    const [boot] = boots(dhcp(5000) + tftp(4990) + dhcp(600), [event(4980, 'asked')]);
    expect(kinds(boot?.steps ?? [])).toEqual(['discover', 'offer']);
    expect(boot).toMatchObject({ hostname: 'lenovo1.lab', mac, secondsAgo: 600 });
  });

  test("the installer's system asks for an address minutes after its script", () => {
    const [boot] = boots(dhcp(2000) + tftp(1990) + dhcp(1200), [
      event(1980, 'script'),
      event(1100, 'ignition'),
    ]);
    expect(kinds(boot?.steps ?? [])).toEqual([
      'discover',
      'offer',
      'file',
      'script',
      'discover',
      'offer',
      'ignition',
    ]);
    expect(boot?.outcome).toBe('underWay');
  });

  test('any link of a node is the node, and others come behind the nodes', () => {
    const other = '52:54:00:00:00:99';
    const phone = '52:54:00:00:00:11';
    const found = boots(dhcp(30, '98:fa:9b:1c:2d:81') + dhcp(9, phone), [event(20, 'discovered', '', other)]);
    expect(found.map(({ hostname, mac: whose }) => hostname ?? whose)).toEqual(['lenovo1.lab', other]);
    expect(kinds(found[0]?.steps ?? [])).toEqual(['discover', 'offer']);
  });
});
