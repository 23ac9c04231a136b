import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { Variant } from '../../../src/inventory/model/node.ts';
import { baseConfig } from '../../../src/render/base/config.ts';
import { generationFile } from '../../../src/render/base/generation.ts';
import { sha256 } from '../../../src/shared/digest.ts';
import { requireTool } from '../../tools/tools.ts';
import { node, site, withNetwork } from '../fixtures/lab.ts';

const manifests = [{ file: 'inventory/manifests/a.yaml', name: 'a.yaml', text: 'kind: Namespace\n' }];
const full = withNetwork(
  { ntp: ['ntp.lab.example'], vlan: 20, bond: { mode: '802.3ad', macs: ['98:fa:9b:1c:2d:02'], options: {} } },
  {
    timezone: 'Europe/Zurich',
    extraDisks: [
      { device: '/dev/sdb', filesystem: 'xfs', label: 'data', mount: '/var/lib/longhorn', wipe: false },
    ],
  },
);

test.for<Variant>(['bootstrap', 'join', 'agent', 'none'])(
  'the stock Butane takes the base strictly: %s',
  (variant, context) => {
    const butane = requireTool('butane', context);
    const lab = site({ manifests });
    const config = baseConfig(lab, full, variant);
    config.storage?.files?.push(generationFile(lab, full, variant, sha256('')));
    const input = stringify(config, { aliasDuplicateObjects: false });
    const { status, stderr } = spawnSync(butane, ['--strict'], { input, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  },
);

test('units run files that are there and executable, after the unit that labels them, and wait for nothing unknown', () => {
  const { storage, systemd } = baseConfig(site(), node(), 'join');
  const units = systemd?.units ?? [];
  const executable = (storage?.files ?? []).filter(({ mode }) => mode === 0o755).map(({ path }) => path);
  const text = (name: string) => units.find((unit) => unit.name === name)?.contents ?? '';
  const labelled = text('pilotlight-labels.service').match(
    /(?<=^ExecStart=\/usr\/bin\/chcon -t bin_t ).*/m,
  )?.[0];
  expect(labelled?.split(' ').sort()).toEqual([...executable].sort());
  const install = text('k3s-install.service');
  expect(executable).toContain(/^ExecStart=(.*)$/m.exec(install)?.[1]);
  const waited = [...install.matchAll(/^(?:After|Requires|Wants)=(.*)$/gm)].flatMap(([, names = '']) =>
    names.split(' '),
  );
  expect(new Set(waited)).toEqual(new Set(['network-online.target', 'pilotlight-labels.service']));
});
