import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { Variant } from '../../../src/inventory/model/node.ts';
import { baseConfig } from '../../../src/render/base/config.ts';
import { generationFile } from '../../../src/render/base/generation.ts';
import { sha256 } from '../../../src/shared/digest.ts';
import { requireTool } from '../../tools/tools.ts';
import { site, withNetwork } from '../fixtures/lab.ts';

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
