import { describe, expect, test } from 'vitest';
import { codes, lintConfig, lintOneFile } from '../../support.ts';

const at = (path: string) => codes(lintOneFile({ path, contents: { inline: '' } }));

describe('PL3201, read-only paths', () => {
  test.each([
    '/usr/bin/x',
    '/usr/lib/systemd/system/a.service',
    '/bin/x',
    '/lib64/x',
    '/sbin/x',
    '/ostree/x',
    '/usr',
  ])('%s', (path) => {
    expect(at(path)).toEqual(['PL3201']);
  });

  test.each(['/usr/local/bin/x', '/etc/x', '/var/lib/x', '/opt/x', '/usrx', '/binary'])('not %s', (path) => {
    expect(at(path)).toEqual([]);
  });

  test('links, directories and mount points too, each at its own path', () => {
    const findings = lintConfig({
      storage: {
        directories: [{ path: '/usr/share/a' }],
        links: [{ path: '/usr/share/b', target: '/etc/b' }],
        filesystems: [{ device: '/dev/sda1', format: 'xfs', path: '/usr/share/c' }],
      },
    });
    expect(codes(findings)).toEqual(['PL3201', 'PL3201', 'PL3201']);
    expect(new Set(findings.map((each) => each.place.column)).size).toBe(3);
  });

  test('the hint names where to put it', () => {
    const [program] = lintOneFile({ path: '/usr/bin/tool', contents: { inline: '' } });
    expect(program?.hint).toBe('use /usr/local/bin/tool');
    const [unit] = lintOneFile({ path: '/usr/lib/systemd/system/a.service', contents: { inline: '' } });
    expect(unit?.hint).toContain('/etc/systemd/system/a.service');
  });
});

describe('PL3202, paths that do not last', () => {
  test.each(['/proc/x', '/sys/x', '/dev/x', '/run/x', '/tmp/x', '/media/x', '/var/run/x'])('%s', (path) => {
    expect(at(path)).toEqual(['PL3202']);
  });

  test.each(['/var/tmp/x', '/etc/tmpfiles.d/x.conf', '/runner', '/device'])('not %s', (path) => {
    expect(at(path)).toEqual([]);
  });
});

describe('PL3203, the boot partition', () => {
  test('a file below /boot', () => {
    expect(at('/boot/grub2/user.cfg')).toEqual(['PL3203']);
  });

  test('not a file whose name begins like it', () => {
    expect(at('/boots')).toEqual([]);
  });
});
