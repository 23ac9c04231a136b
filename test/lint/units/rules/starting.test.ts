import { describe, expect, test } from 'vitest';
import { codes, lintConfig, lintUnits, service } from '../../support.ts';

const good = service('/usr/bin/true');
const withoutInstall = good.replace(/\[Install\][\s\S]*/, '');
const timer = '[Timer]\nOnBootSec=5\n[Install]\nWantedBy=timers.target\n';

describe('PL3227, enabled without [Install]', () => {
  const enabled = (contents: string | undefined, name = 'a.service') =>
    codes(lintConfig({ systemd: { units: [{ name, enabled: true, ...(contents ? { contents } : {}) }] } }));

  test('fires', () => {
    expect(enabled(withoutInstall)).toEqual(['PL3227']);
  });

  test('not with [Install], nor for units that CoreOS brings', () => {
    expect(enabled(good)).toEqual([]);
    expect(enabled(undefined, 'podman.socket')).toEqual([]);
  });
});

describe('PL3228, never enabled', () => {
  const lint = (more: Record<string, unknown>[] = [], first: Record<string, unknown> = {}) =>
    codes(lintConfig({ systemd: { units: [{ name: 'a.service', contents: good, ...first }, ...more] } }));

  test('fires', () => {
    expect(lint()).toEqual(['PL3228']);
  });

  test('not when it is off on purpose, masked, or started by another unit', () => {
    expect(lint([], { enabled: false })).toEqual([]);
    expect(lint([], { mask: true })).toEqual([]);
    expect(lint([{ name: 'a.timer', enabled: true, contents: timer }])).toEqual([]);
    const wants = service('/usr/bin/true', 'Wants=a.service');
    expect(lint([{ name: 'b.service', enabled: true, contents: wants }])).toEqual([]);
    const starts = service('/usr/bin/systemctl start a.service');
    expect(lint([{ name: 'b.service', enabled: true, contents: starts }])).toEqual([]);
  });

  test('not when a link enables it', () => {
    const links = [{ path: '/etc/systemd/system/multi-user.target.wants/a.service', target: '../a.service' }];
    expect(
      codes(lintConfig({ systemd: { units: [{ name: 'a.service', contents: good }] }, storage: { links } })),
    ).toEqual([]);
  });
});

describe('PL3229 and PL3230, units that nothing brings', () => {
  const lint = (unit: string) => lintUnits({ 'a.service': service('/usr/bin/true', unit) });

  test.each(['After', 'Wants', 'PartOf'])('%s= is a warning', (key) => {
    const findings = lint(`${key}=nothing-like-it.service`);
    expect(codes(findings)).toEqual(['PL3229']);
    expect(findings[0]?.severity).toBe('warning');
  });

  test.each(['Requires', 'BindsTo', 'Requisite'])('%s= is an error', (key) => {
    const findings = lint(`${key}=nothing-like-it.service`);
    expect(codes(findings)).toEqual(['PL3230']);
    expect(findings[0]?.severity).toBe('error');
  });

  test('the hint names the nearest', () => {
    expect(lint('After=NetworkManger.service')[0]?.hint).toBe('did you mean NetworkManager.service?');
  });

  test.each([
    'sshd.service',
    'getty@tty1.service',
    'dev-sda1.device',
    'boot.mount',
    'system.slice',
    'k3s.service',
    'ignition-firstboot-complete.service',
    'b@%i.service',
    '',
  ])('not %j', (name) => {
    expect(lint(`After=${name}\nRequires=${name}`)).toEqual([]);
  });

  test('not units of the configuration, whatever brings them', () => {
    const names = [
      'b.service',
      'c@x.service',
      'd.service',
      'var-lib-e.mount',
      'f.service',
      'g-network.service',
    ];
    const units = { 'a.service': service('/usr/bin/true', `After=${names.join(' ')}`), 'b.service': good };
    const more = {
      storage: {
        files: [
          { path: '/etc/systemd/system/d.service', contents: { inline: good } },
          { path: '/etc/containers/systemd/f.container', contents: { inline: '' } },
          { path: '/etc/containers/systemd/g.network', contents: { inline: '' } },
        ],
        filesystems: [{ device: '/dev/sdb', format: 'xfs', path: '/var/lib/e', with_mount_unit: true }],
      },
    };
    expect(codes(lintUnits({ ...units, 'c@.service': good }, more))).toEqual([]);
  });
});

test('PL3231: a dependency without a suffix', () => {
  expect(codes(lintUnits({ 'a.service': service('/usr/bin/true', 'Before=sshd') }))).toEqual(['PL3231']);
  expect(lintUnits({ 'a.service': service('/usr/bin/true', 'Before=sshd.service') })).toEqual([]);
});

describe('PL3232, ordering cycles', () => {
  test('of three units, told once', () => {
    const findings = lintUnits({
      'a.service': service('/usr/bin/true', 'After=b.service'),
      'b.service': service('/usr/bin/true', 'After=c.service'),
      'c.service': service('/usr/bin/true', 'Before=b.service\nAfter=a.service'),
    });
    expect(codes(findings)).toEqual(['PL3232']);
    expect(findings[0]?.message).toContain('a.service after b.service after c.service after a.service');
  });

  test('of a unit with itself', () => {
    expect(codes(lintUnits({ 'a.service': service('/usr/bin/true', 'After=a.service') }))).toEqual([
      'PL3232',
    ]);
  });

  test('not a diamond', () => {
    const findings = lintUnits({
      'a.service': service('/usr/bin/true', 'After=b.service c.service'),
      'b.service': service('/usr/bin/true', 'After=d.service'),
      'c.service': service('/usr/bin/true', 'After=d.service'),
      'd.service': good,
    });
    expect(findings).toEqual([]);
  });

  test('a thousand units in a row are no trouble', () => {
    const units = Object.fromEntries(
      Array.from({ length: 1000 }, (_, index) => [
        `u${index}.service`,
        service('/usr/bin/true', index === 0 ? '' : `After=u${index - 1}.service`),
      ]),
    );
    expect(lintUnits(units)).toEqual([]);
  });
});

describe('PL3236, timers, paths and sockets', () => {
  test('without their service', () => {
    expect(codes(lintUnits({ 'a.timer': timer }))).toEqual(['PL3236']);
    expect(codes(lintUnits({ 'a.timer': timer.replace('OnBoot', 'Unit=b.service\nOnBoot') }))).toEqual([
      'PL3236',
    ]);
    expect(codes(lintUnits({ 'a.socket': '[Socket]\nListenStream=1\nAccept=yes\n' }))).toEqual(['PL3236']);
  });

  test('not with it', () => {
    expect(lintUnits({ 'a.timer': timer, 'a.service': withoutInstall })).toEqual([]);
    expect(lintUnits({ 'a.timer': timer.replace('OnBoot', 'Unit=fstrim.service\nOnBoot') })).toEqual([]);
    expect(
      lintUnits({ 'a.socket': '[Socket]\nListenStream=1\nAccept=yes\n', 'a@.service': withoutInstall }),
    ).toEqual([]);
  });
});

test('PL3237: a unit without contents that CoreOS does not bring', () => {
  const lint = (name: string) => lintConfig({ systemd: { units: [{ name, enabled: true }] } });
  expect(codes(lint('podmn.socket'))).toEqual(['PL3237']);
  expect(lint('podmn.socket')[0]?.hint).toBe('did you mean podman.socket?');
  expect(lint('podman.socket')).toEqual([]);
  expect(lint('serial-getty@ttyS0.service')).toEqual([]);
});
