import { describe, expect, test } from 'vitest';
import { secretMarker } from '../../../../src/shared/secret.ts';
import { codes, lintOneFile, lintUnits, service } from '../../support.ts';

const inline = `password=${secretMarker({ secret: 'PASSWORD_OF_X' })}`;

describe('PL3207, secrets that others may read', () => {
  test.each([undefined, 0o644, 0o640, 0o604, 0o755])('mode %o', (mode) => {
    const findings = lintOneFile({
      path: '/etc/x',
      contents: { inline },
      ...(mode === undefined ? {} : { mode }),
    });
    expect(codes(findings)).toEqual(['PL3207']);
    expect(findings[0]?.message).toContain('PASSWORD_OF_X');
  });

  test.each([0o600, 0o400, 0o700])('not mode %o', (mode) => {
    expect(lintOneFile({ path: '/etc/x', mode, contents: { inline } })).toEqual([]);
  });

  test('a unit, whatever its mode', () => {
    const contents = service('/usr/bin/true').replace(
      'Type=',
      `Environment=X=${secretMarker({ secret: 'X' })}\nType=`,
    );
    expect(codes(lintUnits({ 'a.service': contents }))).toEqual(['PL3207']);
  });
});

describe('PL3208, keyfiles of NetworkManager', () => {
  const path = '/etc/NetworkManager/system-connections/lan.nmconnection';

  test('the default mode', () => {
    expect(codes(lintOneFile({ path, contents: { inline: '' } }))).toEqual(['PL3208']);
  });

  test('another owner', () => {
    const file = { path, mode: 0o600, user: { name: 'core' }, contents: { inline: '' } };
    expect(codes(lintOneFile(file))).toEqual(['PL3208']);
  });

  test('not mode 0600 of root, nor files elsewhere', () => {
    expect(lintOneFile({ path, mode: 0o600, user: { id: 0 }, contents: { inline: '' } })).toEqual([]);
    expect(lintOneFile({ path: '/etc/NetworkManager/conf.d/a.conf', contents: { inline: '' } })).toEqual([]);
  });
});

describe('PL3209, files of sudo', () => {
  test.each([
    { path: '/etc/sudoers.d/admins', mode: 0o664 },
    { path: '/etc/sudoers.d/admins.conf', mode: 0o440 },
    { path: '/etc/sudoers.d/admins~', mode: 0o440 },
    { path: '/etc/sudoers', mode: 0o666 },
  ])('$path $mode', (file) => {
    expect(codes(lintOneFile({ ...file, contents: { inline: '' } }))).toEqual(['PL3209']);
  });

  test.each([0o440, 0o400, 0o644])('not mode %o without a dot in the name', (mode) => {
    expect(lintOneFile({ path: '/etc/sudoers.d/admins', mode, contents: { inline: '' } })).toEqual([]);
  });
});
