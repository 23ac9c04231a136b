import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { arm } from '../../../src/app/arm/arm.ts';
import { armed } from '../../../src/app/arm/armed.ts';
import { disarm } from '../../../src/app/arm/disarm.ts';
import { discover } from '../../../src/app/arm/discover.ts';
import { walk } from '../../../src/ipxe/walk/walk.ts';
import { armedText } from '../../../src/report/armedReport.ts';
import { armText } from '../../../src/report/armReport.ts';
import { edit } from '../../cli/pilotlight.ts';
import { redeploy, routerWorld, selection, useDeployedLab } from './lab.ts';

const root = 'storage/pilotlight';
const script = `${root}/tftp/armed-98-fa-9b-1c-2d-03.ipxe`;
const url = 'http://192.168.26.1:8069';
const options = { seconds: 1800, untilDisarmed: true };
const request = { selection, options: {}, hooks: {} };

// Without K3s a node has no secret, so that it can be armed by files.
const lab = useDeployedLab(() => {
  edit('inventory/site.yaml', 'router:\n', 'router:\n  gate: static\n');
  edit('inventory/nodes/lenovo3.yaml', 'role: server\n', 'role: none\n');
});

/** What a machine does that boots over the network, with the storage served as it lies there. */
async function boots(mac: string) {
  const { outcome } = await walk(`${url}/tftp/boot.ipxe`, {
    settings: { 'net0/mac': mac, platform: 'efi' },
    fetch: async (where) => {
      if (where.includes('/images/')) return { status: 200 };
      const path = `${root}/${where.slice(url.length + 1)}`;
      return existsSync(path) ? { status: 200, body: readFileSync(path, 'utf8') } : { status: 404, body: '' };
    },
  });
  return outcome;
}

const ownDisk = { kind: 'localDisk', how: 'exit', status: 1 };
const lenovo3 = '98:fa:9b:1c:2d:03';

test('a machine boots its own disk, is installed by every boot while it is armed, and boots its own disk again', async () => {
  const { world, gate } = routerWorld(lab.world);
  expect(await boots(lenovo3)).toEqual(ownDisk);
  const [report] = await arm(selection, ['lenovo3'], options, world);
  const id = report?.release ?? '';
  for (let boot = 0; boot < 2; boot += 1) {
    expect(await boots(lenovo3)).toMatchObject({
      kind: 'boots',
      cmdline: expect.stringContaining(
        `coreos.inst.ignition_url=${url}/releases/${id}/nodes/lenovo3.lab.home.lerenn.net/config.ign `,
      ),
    });
  }
  expect(await boots('98:fa:9b:1c:2d:02')).toEqual(ownDisk);
  const [seen] = await armed(request, world);
  expect(seen?.nodes).toMatchObject([
    { hostname: 'lenovo3.lab.home.lerenn.net', release: id, remainingSeconds: null, progress: 'unknown' },
  ]);
  const [taken] = await disarm({ ...request, names: ['lenovo3'] }, world);
  expect(taken?.disarmed).toEqual(['lenovo3.lab.home.lerenn.net']);
  expect(await boots(lenovo3)).toEqual(ownDisk);
  expect(existsSync(script)).toBe(false);
  expect(await disarm({ ...request, names: 'all' }, world)).toMatchObject([{ disarmed: [], idle: [] }]);
  expect(await disarm({ ...request, names: ['lenovo3'] }, world)).toMatchObject([
    { idle: ['lenovo3.lab.home.lerenn.net'] },
  ]);
  expect(gate.armed.size).toBe(0);
});

test('the report says that every boot installs it', async () => {
  const { world } = routerWorld(lab.world);
  const [report] = await arm(selection, ['lenovo3'], { ...options, dryRun: true }, world);
  expect(existsSync(script)).toBe(false);
  const text = armText({ ...(report as NonNullable<typeof report>), dryRun: false }, false);
  expect(text).toContain('every network boot installs release');
  expect(text).toContain('each network boot installs it AGAIN');
});

test('without the words that it needs, arming is refused, and says what static mode gives up', async () => {
  const { world } = routerWorld(lab.world);
  const { untilDisarmed: _, ...usual } = options;
  await expect(arm(selection, ['lenovo3'], usual, world)).rejects.toThrow(
    /EVERY network boot erases and installs it again, until it is disarmed; there is no time limit/,
  );
  expect(existsSync(script)).toBe(false);
});

test('a node whose Ignition has secrets is refused, and nothing is armed beside it', async () => {
  const { world } = routerWorld(lab.world, { K3S_TOKEN: 'value' });
  await expect(arm(selection, ['lenovo3', 'lenovo2'], options, world)).rejects.toThrow(
    /nothing was armed:\n {2}lenovo2: its Ignition has secrets \(K3S_TOKEN\)/,
  );
  expect(existsSync(script)).toBe(false);
});

test('there are no unknown machines to discover', async () => {
  const { world } = routerWorld(lab.world);
  await expect(discover({ ...request, write: false }, world)).rejects.toThrow('router.gate is static');
});

test('what was forgotten is void once another release is current, and is disarmed all the same', async () => {
  const { world } = routerWorld(lab.world);
  await arm(selection, ['lenovo3'], options, world);
  edit('inventory/site.yaml', 'max-pods=', 'max-pods=1');
  await redeploy(lab.world);
  expect(await boots(lenovo3)).toEqual(ownDisk);
  const [report] = await armed(request, world);
  expect(armedText(report as NonNullable<typeof report>, false)).toContain(
    'void: another release is current',
  );
  await disarm({ ...request, names: 'all' }, world);
  expect(existsSync(script)).toBe(false);
});
