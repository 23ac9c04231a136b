import { expect, test } from 'vitest';
import { baseConfig } from '../../../src/render/base/config.ts';
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
