import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { arm } from '../../../src/app/arm/arm.ts';
import { armText } from '../../../src/report/armReport.ts';
import { releaseMarker } from '../../../src/shared/releaseMarker.ts';
import { secretsIn } from '../../../src/shared/secret.ts';
import { edit } from '../../cli/pilotlight.ts';
import { breaking } from '../../fakes/memoryGate.ts';
import { filesIn } from './ignition.ts';
import { freshLab, routerWorld, selection, useDeployedLab } from './lab.ts';

const lab = useDeployedLab();
const options = { seconds: 1800 };
const secrets = { K3S_TOKEN: 'K10ab"c\\d: #é\n$x' };

test('arms nodes with what was deployed, and with the values of its secrets', async () => {
  const { world, gate, masked } = routerWorld(lab.world, secrets);
  const [report] = await arm(selection, ['lenovo2', 'lenovo3.lab.home.lerenn.net'], options, world);
  expect([...gate.armed.keys()]).toEqual(['98-fa-9b-1c-2d-02', '98-fa-9b-1c-2d-03']);
  const { record, ignition } = gate.armed.get('98-fa-9b-1c-2d-02') ?? {};
  expect(record).toMatchObject({
    hostname: 'lenovo2.lab.home.lerenn.net',
    macs: ['98:fa:9b:1c:2d:02'],
    variant: 'join',
    install: 'nodes/lenovo2.lab.home.lerenn.net/install.ipxe',
    seconds: 1800,
    release: report?.release,
  });
  expect(parse(filesIn(ignition ?? '').get('/etc/rancher/k3s/config.yaml') ?? '').token).toBe(
    secrets.K3S_TOKEN,
  );
  for (const text of filesIn(ignition ?? '').values()) {
    expect(secretsIn(text)).toEqual([]);
    expect(text).not.toContain(releaseMarker);
  }
  expect(masked).toContain(secrets.K3S_TOKEN);
  expect(gate.connections).toBe(0);
  expect(armText(report ?? fail(), false)).toBe(
    [
      `✓ lenovo2.lab.home.lerenn.net is armed: its next network boot installs release ${report?.release.slice(0, 12)} as join on ${report?.nodes[0]?.disk} and erases it`,
      `✓ lenovo3.lab.home.lerenn.net is armed: its next network boot installs release ${report?.release.slice(0, 12)} as join on ${report?.nodes[1]?.disk} and erases it`,
      '  for 30 min, once, and not after a restart of the router; take it back with: pilotlight disarm lenovo2 lenovo3',
      '',
    ].join('\n'),
  );
});

test('looks at everything and arms nothing, when asked to', async () => {
  const { world, gate } = routerWorld(lab.world, secrets);
  const [report] = await arm(selection, ['lenovo2'], { ...options, dryRun: true }, world);
  expect(gate.armed.size).toBe(0);
  expect(armText(report ?? fail(), false)).toMatch(/can be armed: [\s\S]*nothing was armed/);
});

describe('refuses', () => {
  const refusal = async (names: string[], more = {}, environment: Record<string, string> = secrets) => {
    const { world, gate } = routerWorld(lab.world, environment);
    const error = await arm(selection, names, { ...options, ...more }, world).then(
      () => fail('armed'),
      (reason: Error) => reason,
    );
    expect(gate.armed.size).toBe(0);
    return error;
  };

  test('names that are no nodes, all at once', async () => {
    const { message } = await refusal(['lenovo22', 'nobody', 'lenovo2']);
    expect(message).toContain('no node named "lenovo22": did you mean lenovo2?');
    expect(message).toContain('no node named "nobody": nodes there: lenovo1, lenovo2, lenovo3');
  });

  test('a new cluster, unless it is said in two words', async () => {
    expect((await refusal(['lenovo1'], { variant: 'bootstrap' })).message).toContain(
      'say so with --bootstrap too',
    );
    expect((await refusal(['lenovo1'], { bootstrap: true })).message).toContain(
      'goes with --variant bootstrap',
    );
    expect((await refusal(['lenovo2'], { variant: 'bootstrap', bootstrap: true })).message).toContain(
      'it cannot come up as bootstrap; it can as join',
    );
    const { world, gate } = routerWorld(lab.world, secrets);
    const [report] = await arm(
      selection,
      ['lenovo1'],
      { ...options, variant: 'bootstrap', bootstrap: true },
      world,
    );
    expect(armText(report ?? fail(), false)).toContain('it founds a NEW cluster');
    expect([...gate.armed.values()][0]?.record).toMatchObject({
      variant: 'bootstrap',
      install: 'nodes/lenovo1.lab.home.lerenn.net/install.bootstrap.ipxe',
    });
  });

  test('a time that is too short or too long', async () => {
    for (const seconds of [0, 59, 86_401, Number.NaN])
      expect((await refusal(['lenovo2'], { seconds })).message).toContain('for a minute at least');
  });

  test('missing secrets, and says where they were looked for', async () => {
    const error = await refusal(['lenovo2'], { secrets: 'secrets.env' }, {});
    expect(error.message).toContain('the secrets in secrets.env cannot be read');
    writeFileSync('secrets.env', 'OTHER=1\n', { mode: 0o600 });
    expect((await refusal(['lenovo2'], { secrets: 'secrets.env' }, { K3S_TOKEN: '' })).message).toBe(
      'the value of a secret is missing\n  K3S_TOKEN: looked for in $PILOTLIGHT_SECRET_K3S_TOKEN, secrets.env, $K3S_TOKEN',
    );
  });

  test('what is not what was deployed', async () => {
    edit('inventory/site.yaml', 'max-pods=', 'max-pods=9');
    expect((await refusal(['lenovo2'])).message).toMatch(
      /lenovo2: the inventory says something else than release [0-9a-f]{12}, which was reviewed and deployed: deploy first/,
    );
    freshLab();
  });

  test('a storage that is a folder of this machine', async () => {
    expect((await refusal(['lenovo2'], { to: 'storage' })).message).toContain('has no gate');
  });

  test('images that are not whole, and a router without the gate', async () => {
    const seal = 'storage/pilotlight/images/coreos/44.20260707.3.1/x86_64/sealed';
    const text = readFileSync(seal, 'utf8');
    rmSync(seal);
    expect((await refusal(['lenovo2'])).message).toContain('x86_64 is not whole on the storage');
    writeFileSync(seal, text);
    rmSync('storage/pilotlight/cgi-bin/gate');
    expect(await refusal(['lenovo2'])).toMatchObject({ next: 'pilotlight router apply installs it' });
    writeFileSync('storage/pilotlight/cgi-bin/gate', '#!/bin/sh\n');
  });
});

describe('a connection that breaks', () => {
  test('is made again, and what was said is said again', async () => {
    const { world, gate } = routerWorld(lab.world, secrets);
    gate.before = breaking(3, 'arm');
    await arm(selection, ['lenovo2'], options, world);
    expect(gate.armed.size).toBe(1);
    expect(gate.connections).toBe(0);
  });

  test('too often ends the run, which says what is armed already', async () => {
    const { world, gate } = routerWorld(lab.world, secrets);
    gate.before = (operation, subject) => {
      if (subject.startsWith('lenovo3')) breaking(9, 'arm')(operation, subject);
    };
    await expect(arm(selection, ['lenovo2', 'lenovo3'], options, world)).rejects.toThrow(
      /breaks again and again\n {2}armed already in lab: lenovo2/,
    );
    expect(gate.connections).toBe(0);
  });
});

function fail(why = 'no report'): never {
  throw new Error(why);
}
