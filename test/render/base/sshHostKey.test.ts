import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { baseConfig } from '../../../src/render/base/config.ts';
import { parseSshPrivateKey } from '../../../src/shared/sshPrivateKey.ts';
import { sshKeyPair } from '../../shared/sshKeys.ts';
import { requireTool } from '../../tools/tools.ts';
import { node, site } from '../fixtures/lab.ts';

const kept = node({ sshHostKey: { secret: 'HOST_KEY', version: 3 } });

function sshFiles(of: ReturnType<typeof node>, lab = site()) {
  const files = baseConfig(lab, of, 'join').storage?.files ?? [];
  return files.filter(({ path }) => path.startsWith('/etc/ssh/'));
}

test('a host key that is kept is the marker of its secret, and the only one that is shown', () => {
  expect(sshFiles(kept)).toEqual([
    {
      path: '/etc/ssh/ssh_host_ed25519_key',
      mode: 0o600,
      overwrite: true,
      contents: { inline: '@@pilotlight:secret:HOST_KEY:3@@\n' },
    },
    {
      path: '/etc/ssh/sshd_config.d/30-pilotlight-host-key.conf',
      mode: 0o600,
      overwrite: true,
      contents: {
        inline:
          '# Made by Pilotlight: only the host key that is kept over installations is shown.\nHostKey /etc/ssh/ssh_host_ed25519_key\n',
      },
    },
  ]);
});

test('its public half is written before anybody shows or tells it', () => {
  const [unit] = baseConfig(site(), kept, 'none').systemd?.units ?? [];
  expect(unit).toMatchObject({ name: 'pilotlight-host-key.service', enabled: true });
  expect(unit?.contents).toMatch(
    /\nConditionFileNotEmpty=!\/etc\/ssh\/ssh_host_ed25519_key\.pub\nBefore=sshd\.service pilotlight-first-boot\.service\n/,
  );
});

test('without one the image makes its own', () => {
  expect(sshFiles(node())).toEqual([]);
  const names = baseConfig(site(), node(), 'none').systemd?.units?.map(({ name }) => name) ?? [];
  expect(names).not.toContain('pilotlight-host-key.service');
});

test('what nodes share is one object', () => {
  const lab = site();
  const other = node({ sshHostKey: { secret: 'OTHER' } });
  expect(sshFiles(kept, lab)[1]).toBe(sshFiles(other, lab)[1]);
});

test('the real SSH server takes it, also from a text that was mended, and shows no other key', (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-sshd-'));
  try {
    const key = join(folder, 'ssh_host_ed25519_key');
    const [, settings] = sshFiles(kept);
    const mended = parseSshPrivateKey(sshKeyPair().text.replaceAll('\n', '\r\n').trimEnd());
    writeFileSync(key, 'text' in mended ? mended.text : '', { mode: 0o600 });
    mkdirSync(join(folder, 'sshd_config.d'));
    const drop = (settings?.contents?.inline ?? '').replace('/etc/ssh/ssh_host_ed25519_key', key);
    writeFileSync(join(folder, 'sshd_config.d', basename(settings?.path ?? '')), drop);
    writeFileSync(join(folder, 'sshd_config'), `Include ${folder}/sshd_config.d/*.conf\nUsePAM no\n`);
    copyFileSync(requireTool('libwrap', context), join(folder, 'libwrap.so.0'));
    writeFileSync(join(folder, 'passwd'), 'root:x:0:0::/:/bin/sh\nsshd:x:74:74::/:/bin/false\n');
    // It asks for a user and a folder of its own: in a mount namespace they are there.
    const inside =
      'mount --bind "$1/passwd" /etc/passwd && mount -t tmpfs none /run && mkdir /run/sshd && exec "$2" -T -f "$1/sshd_config"';
    const { stdout, stderr } = spawnSync(
      requireTool('unshare', context),
      ['--map-root-user', '--mount', 'sh', '-c', inside, 'sh', folder, requireTool('sshd', context)],
      { encoding: 'utf8', env: { PATH: process.env.PATH, LD_LIBRARY_PATH: folder } },
    );
    expect(stdout.match(/^hostkey .*$/gm), stderr).toEqual([`hostkey ${key}`]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
