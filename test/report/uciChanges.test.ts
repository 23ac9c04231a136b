import { describe, expect, test } from 'vitest';
import { palette } from '../../src/report/palette.ts';
import { changeCounts, changeText } from '../../src/report/uciChanges.ts';
import type { UciChange } from '../../src/router/uci/section.ts';

const changes: readonly UciChange[] = [
  {
    kind: 'remove',
    package: 'dhcp',
    section: 'pilotlight_host_gone',
    type: 'host',
    options: new Map<string, string | readonly string[]>([['mac', ['a:b', 'c:d']]]),
  },
  { kind: 'set', package: 'dhcp', section: '@dnsmasq[0]', option: 'enable_tftp', from: '0', to: '1' },
  { kind: 'set', package: 'dhcp', section: '@dnsmasq[0]', option: 'tftp_root', from: undefined, to: '/r' },
  { kind: 'unset', package: 'dhcp', section: 'pilotlight_x', option: 'name', from: "it's\u001b[2J\nhere" },
  { kind: 'reorder', package: 'dhcp', section: 'pilotlight_boot', position: 9 },
  {
    kind: 'add',
    package: 'fstab',
    section: 'pilotlight_usb',
    type: 'mount',
    options: new Map([['target', '/mnt/my stick']]),
  },
];

describe('changes of a configuration', () => {
  test('are shown as a person reads them, each section once', () => {
    expect(changeText(changes, palette(false))).toBe(
      [
        '- dhcp.pilotlight_host_gone=host',
        '-     mac a:b, c:d',
        '~ dhcp.@dnsmasq[0]',
        '      enable_tftp 0 → 1',
        '      tftp_root (nothing) → /r',
        '~ dhcp.pilotlight_x',
        "      name 'it's␛[2J␊here' → (nothing)",
        '~ dhcp.pilotlight_boot goes behind all other sections of dhcp',
        '+ fstab.pilotlight_usb=mount',
        "+     target '/mnt/my stick'",
        '',
      ].join('\n'),
    );
  });

  test('are counted by section', () => {
    expect(changeCounts(changes)).toBe('sections: 1 added, 2 changed, 1 removed, 1 moved');
    expect(changeCounts([])).toBe('no section changes');
  });
});
