import { describe, expect, test } from 'vitest';
import { readLogTime } from '../../../src/router/boots/logTime.ts';
import { readLog } from '../../../src/router/boots/readLog.ts';

const mac = '98:fa:9b:1c:2d:01';
const surroundings = {
  clock: 'Sun Nov 22 21:30:00 UTC 2026',
  uptime: 5000,
  macs: new Map([['192.168.26.12', '98:fa:9b:1c:2d:02']]),
};
const read = (...lines: string[]) => readLog(`${lines.join('\n')}\n`, surroundings);
const at = (time: string, text: string) => `Sun Nov 22 ${time} 2026 daemon.info dnsmasq-${text}`;

describe('lines of dnsmasq', () => {
  test.each([
    [`dhcp[1]: DHCPDISCOVER(br-lan) ${mac}`, 'discover', ''],
    [`dhcp[2345]: 3218475 DHCPDISCOVER(br-lan) 192.168.26.11 ${mac}`, 'discover', ''],
    [`dhcp[1]: DHCPDISCOVER(br-lan) ${mac} no address available`, 'noAddress', 'no address available'],
    [`dhcp[1]: DHCPDISCOVER(br-lan) ${mac} ignored`, 'noAddress', 'ignored'],
    [`dhcp[1]: DHCPOFFER(br-lan.26) 192.168.26.11 ${mac.toUpperCase()}`, 'offer', '192.168.26.11'],
    [`dhcp[1]: DHCPNAK(br-lan) 192.168.26.11 ${mac} wrong address`, 'noAddress', 'wrong address'],
  ])('%s', (line, kind, text) => {
    expect(read(at('21:29:50', line))).toEqual([{ kind, mac, text, uptime: 4990 }]);
  });

  test.each([
    at('21:29:50', `dhcp[1]: DHCPREQUEST(br-lan) 192.168.26.11 ${mac}`),
    at('21:29:50', `dhcp[1]: DHCPACK(br-lan) 192.168.26.11 ${mac} lenovo1`),
    at('21:29:50', 'tftp[1]: error 8 User aborted the transfer received from 192.168.26.12'),
    at('21:29:50', 'tftp[1]: sent /x to 192.168.26.99'),
    at('21:29:50', 'tftp[1]: file /mnt/usb/pilotlight/tftp/autoexec.ipxe not found for 192.168.26.12'),
    'Sun Nov 22 21:29:50 2026 daemon.info dnsmasq[1]: started',
    `no time daemon.info dnsmasq-dhcp[1]: DHCPDISCOVER(br-lan) ${mac}`,
    '',
    '\u001b[2J',
  ])('%j says nothing of a boot', (line) => expect(read(line)).toEqual([]));

  test('an address belongs to whom it was offered last', () => {
    const steps = read(
      at('21:29:50', 'tftp[1]: sent /r/tftp/snponly.efi to 192.168.26.12'),
      at('21:29:51', `dhcp[1]: DHCPOFFER(br-lan) 192.168.26.12 ${mac}`),
      at('21:29:52', 'tftp[1]: file /r/tftp/a b not found for 192.168.26.12'),
      at('21:29:53', 'tftp[1]: failed sending /r/tftp/ipxe.efi to 192.168.26.12'),
    );
    expect(steps.map(({ kind, mac: whose, text }) => [kind, whose, text])).toEqual([
      ['file', '98:fa:9b:1c:2d:02', 'snponly.efi'],
      ['offer', mac, '192.168.26.12'],
      ['fileMissing', mac, 'a b'],
      ['fileBroken', mac, 'ipxe.efi'],
    ]);
  });

  test('a clock that cannot be read is that of the newest line', () => {
    const line = at('21:29:50', `dhcp[1]: DHCPDISCOVER(br-lan) ${mac}`);
    expect(readLog(line, { ...surroundings, clock: '' })).toMatchObject([{ uptime: 5000 }]);
  });
});

test.each([
  ['Sun Nov 22 21:26:00 2026', Date.UTC(2026, 10, 22, 21, 26, 0) / 1000],
  ['Sun Nov  2 21:26:00 CET 2026', Date.UTC(2026, 10, 2, 21, 26, 0) / 1000],
  ['Sun Nox 22 21:26:00 2026', undefined],
  ['2026-11-22T21:26:00', undefined],
  ['', undefined],
])('the time %j', (text, seconds) => expect(readLogTime(text)).toBe(seconds));
