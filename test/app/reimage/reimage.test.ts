import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { abortReimage, resumeReimage } from '../../../src/app/reimage/continue.ts';
import type { ReimageHooks, ReimageOptions } from '../../../src/app/reimage/options.ts';
import { reimage } from '../../../src/app/reimage/reimage.ts';
import type { World } from '../../../src/app/world.ts';
import { reimagePlanText } from '../../../src/report/reimagePlan.ts';
import { reimageOutcomeText } from '../../../src/report/reimageText.ts';
import { edit } from '../../cli/pilotlight.ts';
import { redeploy, selection, useDeployedLab } from '../arm/lab.ts';
import { ReimageLab } from './lab.ts';

const lab = useDeployedLab();
beforeEach(() => {
  for (const name of readdirSync('storage/pilotlight/state').filter((each) => /^(reimage|lock\.)/.test(each)))
    rmSync(`storage/pilotlight/state/${name}`, { recursive: true });
});

const usual: ReimageOptions = {
  nodes: 'all',
  planOnly: false,
  bootstrap: false,
  replaceDead: false,
  deleteEmptyDirData: false,
  force: false,
  drainSeconds: 300,
  agentsAtATime: 1,
  armSeconds: 1800,
};

const run = (site: ReimageLab, changes: Partial<ReimageOptions> = {}, hooks: ReimageHooks = {}) =>
  reimage(selection, { ...usual, ...changes }, site.world, hooks);

test('installs all servers, one after the other', async () => {
  const site = new ReimageLab(lab.world);
  const news: string[] = [];
  const { outcome } = await run(
    site,
    {},
    {
      onProgress: (each) =>
        void (each.kind === 'began' && news.push(`${each.hostname.split('.')[0]} ${each.step}`)),
    },
  );
  expect(outcome).toMatchObject({ phase: 'done', left: [], warnings: [] });
  expect(site.done).toEqual(
    ['lenovo1', 'lenovo2', 'lenovo3'].flatMap((name) => [
      `stop ${name}`,
      `arm ${name}`,
      `cycle ${name}`,
      `install ${name}`,
    ]),
  );
  expect(news.slice(0, 12).map((each) => each.split(' ')[1])).toEqual([
    'prove',
    'cordon',
    'drain',
    'removeMember',
    'deleteNode',
    'arm',
    'netboot',
    'install',
    'firstBoot',
    'ready',
    'verify',
    'uncordon',
  ]);
  expect(site.cluster.members.length).toBe(3);
  expect(site.gate.armed.size).toBe(0);
  expect(outcome && reimageOutcomeText(outcome, false)).toMatch(
    /✓ lenovo3\S+ is installed[\s\S]*✓ 3 of 3 nodes done/,
  );
});

test('tells what it will do, and does nothing', async () => {
  const site = new ReimageLab(lab.world);
  const report = await run(site, { nodes: ['lenovo2'], planOnly: true });
  expect(site.done).toEqual([]);
  expect(report).toMatchObject({ outcome: undefined, plan: { refusals: [] } });
  expect(reimagePlanText(report, false).split('\n').slice(1).join('\n')).toBe(`
    NODE                          COMES UP AS   WHY         ERASED                                                                       POWER
1   lenovo2.lab.home.lerenn.net   join          asked for   /dev/disk/by-id/nvme-SAMSUNG_MZVLB512HBJQ-000L7_S4ENNX0R101743 (serial S1)   ssh

1 server · pods have 5 min to leave · etcd: 3 of 3 members are healthy; at worst 2 will be, and 2 are needed
`);
});

describe('a run that does not come to its end', () => {
  test('is stopped, and gone on with', async () => {
    const site = new ReimageLab(lab.world);
    const stop = new AbortController();
    const { outcome } = await run(
      site,
      {},
      {
        stoppable: () => stop.signal,
        onProgress: (each) => {
          if (each.kind === 'began' && each.step === 'arm') stop.abort();
        },
      },
    );
    expect(outcome).toMatchObject({ phase: 'stopped', left: [] });
    expect(outcome?.nodes.map(({ status }) => status)).toEqual(['waiting', 'waiting', 'waiting']);
    expect(site.gate.armed.size).toBe(0);
    await expect(run(site)).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('a reimage did not come to its end: of lenovo1.'),
    });
    const resumed = await resumeReimage(selection, { armSeconds: 1800 }, site.world);
    expect(resumed.outcome).toMatchObject({ phase: 'done', left: [] });
    expect(site.done.filter((each) => each.startsWith('install'))).toEqual([
      'install lenovo1',
      'install lenovo2',
      'install lenovo3',
    ]);
    await expect(resumeReimage(selection, { armSeconds: 1800 }, site.world)).rejects.toMatchObject({
      kind: 'usage',
      message: 'no reimage waits to be gone on with',
    });
  });

  test('is aborted: what is still what it was is as it was', async () => {
    const site = new ReimageLab(lab.world);
    const stop = new AbortController();
    await run(
      site,
      {},
      {
        stoppable: () => stop.signal,
        onProgress: (each) => {
          if (each.kind === 'began' && each.step === 'drain') stop.abort();
        },
      },
    );
    const cordoned = () => site.cluster.nodes.filter((node) => node.cordoned).map(({ name }) => name);
    expect(cordoned()).toEqual(['lenovo1']);
    const { outcome } = await abortReimage(selection, { armSeconds: 1800 }, site.world);
    expect(outcome).toMatchObject({ phase: 'aborted', left: [] });
    expect(cordoned()).toEqual([]);
    expect(site.done).toEqual([]);
  });
});

describe('refuses', () => {
  const refusal = async (site: ReimageLab, changes: Partial<ReimageOptions> = {}) => {
    const error = await run(site, changes).then(
      () => expect.fail('it was done'),
      (reason: Error) => reason,
    );
    expect(site.done).toEqual([]);
    return error;
  };

  test('a server while another one is down', async () => {
    const site = new ReimageLab(lab.world);
    site.lose('lenovo3');
    const { message } = await refusal(site, { nodes: ['lenovo1'] });
    expect(message).toContain('nothing was done');
    expect(message).toMatch(/the server lenovo3\S+ is out of the cluster/);
  });

  test('a node that does not answer, unless that is said', async () => {
    const site = new ReimageLab(lab.world);
    site.lose('lenovo3');
    expect((await refusal(site, { nodes: ['lenovo3'] })).message).toContain('it does not answer');
    const { outcome } = await run(site, { nodes: ['lenovo3'], replaceDead: true });
    expect(outcome).toMatchObject({ phase: 'done' });
    expect(site.done).toEqual(['arm lenovo3', 'cycle lenovo3', 'install lenovo3']);
  });

  test('a plan that is not the one that was approved', async () => {
    const site = new ReimageLab(lab.world);
    const { plan } = await run(site, { nodes: ['lenovo2'], planOnly: true });
    expect((await refusal(site, { nodes: ['lenovo1'], expected: () => plan })).message).toContain(
      'this is not the plan that was given: lenovo1.lab.home.lerenn.net is not what it was',
    );
    // However its nodes were chosen: what counts is which they are.
    const earlier = { ...plan, chosen: 'all' as const };
    const { outcome } = await run(site, { nodes: ['lenovo2'], expected: () => earlier });
    expect(outcome?.phase).toBe('done');
  });

  test('a new cluster beside one that answers', async () => {
    const site = new ReimageLab(lab.world);
    expect((await refusal(site, { nodes: ['lenovo1'], bootstrap: true })).message).toContain(
      'a second one is never founded beside it',
    );
  });

  test('no plan that is made without values of secrets, which is the one that is carried out with them', async () => {
    const file = 'inventory/nodes/lenovo2.yaml';
    const text = readFileSync(file, 'utf8');
    onTestFinished(() => writeFileSync(file, text));
    const redfish =
      '{ method: redfish, url: "https://192.168.26.52", user: root, password: { secret: BMC } }';
    writeFileSync(file, `${text}power: [${redfish}]\n`);
    const poor = new ReimageLab(lab.world, {});
    const { plan } = await run(poor, { nodes: ['lenovo2'], planOnly: true });
    expect(plan.refusals).toEqual([]);
    expect(plan.warnings).toContain(
      'lenovo2.lab.home.lerenn.net: redfish was not tried without the value of BMC, and counts as usable',
    );
    expect((await refusal(poor, { nodes: ['lenovo2'] })).message).toContain('BMC: looked for in');
    const rich = new ReimageLab(lab.world, { K3S_TOKEN: 'x', BMC: 'y' });
    const powers = await rich.world.powers();
    const world: World = {
      ...rich.world,
      powers: async () => ({
        open: (method, ...more) => ({ ...powers.open(method, ...more), method: method.method }),
      }),
    };
    const approved = { ...usual, nodes: ['lenovo2'], expected: () => plan };
    const { outcome } = await reimage(selection, approved, world);
    expect(outcome?.phase).toBe('done');
  });

  test('to begin without the value of a secret', async () => {
    const site = new ReimageLab(lab.world, {});
    expect((await refusal(site)).message).toContain('K3S_TOKEN: looked for in');
  });

  test('when nobody says yes', async () => {
    const site = new ReimageLab(lab.world);
    const { outcome } = await run(site, {}, { confirm: async () => false });
    expect(outcome).toBeUndefined();
    expect(site.done).toEqual([]);
  });
});

test('what does not boot from the network fails with what was seen, and is disarmed', async () => {
  const site = new ReimageLab(lab.world);
  site.stubborn.add('lenovo2');
  const hurried = { ...site.world, wait: hurry(site) };
  const { outcome } = await reimage(selection, { ...usual, nodes: ['lenovo2'] }, hurried);
  expect(outcome).toMatchObject({ phase: 'stopped', left: [] });
  expect(outcome?.nodes[0]).toMatchObject({ status: 'failed', step: 'install' });
  expect(outcome?.nodes[0]?.problem).toContain(
    'it did not fetch its Ignition within 20 min: the router heard nothing of it',
  );
  expect(site.gate.armed.size).toBe(0);
  site.stubborn.clear();
  const resumed = await resumeReimage(selection, { armSeconds: 1800 }, site.world);
  expect(resumed.outcome?.phase).toBe('done');
});

/** Time in which the limit of the installation is reached. */
function hurry({ world }: ReimageLab): typeof world.wait {
  return (milliseconds, signal) => {
    if (milliseconds !== 1_200_000) return world.wait(milliseconds, signal);
    return world.wait(3000, signal);
  };
}

describe('a runner that is lost', () => {
  /** The lab on a storage that never answers after so many writes of the run: the process is gone. */
  function dying(site: ReimageLab, writes: number): Promise<void> {
    let left = writes;
    return new Promise((gone) => {
      const open: typeof site.world.storages.open = async (...request) => {
        const storage = await site.world.storages.open(...request);
        return {
          ...storage,
          unpack: async (...write) => {
            if (left-- > 0) return storage.unpack(...write);
            gone();
            return new Promise(() => {});
          },
        };
      };
      void reimage(selection, usual, { ...site.world, storages: { open } });
    });
  }

  test.each([1, 2, 4, 5, 6, 7, 8, 9, 10, 12, 13, 20])(
    'after %d writes: the next one goes on',
    async (writes) => {
      const site = new ReimageLab(lab.world);
      await dying(site, writes);
      const options = { armSeconds: 1800, staleSeconds: 0 };
      const { outcome } = await resumeReimage(selection, options, site.world);
      expect(outcome).toMatchObject({ phase: 'done', left: [] });
      expect(site.done.filter((each) => each.startsWith('install'))).toEqual([
        'install lenovo1',
        'install lenovo2',
        'install lenovo3',
      ]);
      expect(site.cluster.members.length).toBe(3);
      expect(site.gate.armed.size).toBe(0);
    },
  );

  test('holds the storage: a deploy meanwhile says who has it', async () => {
    const site = new ReimageLab(lab.world);
    await dying(site, 3);
    edit('inventory/site.yaml', 'max-pods=200', 'max-pods=201');
    await expect(redeploy(lab.world)).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('the storage is locked by reimage by'),
    });
    edit('inventory/site.yaml', 'max-pods=201', 'max-pods=200');
  });
});

test('what the storage says of a run may be damaged: it is forgotten, and all is disarmed', async () => {
  const site = new ReimageLab(lab.world);
  mkdirSync('storage/pilotlight/state/reimage');
  writeFileSync('storage/pilotlight/state/reimage/run.a', 'pilotlight-reimage 1');
  await expect(run(site)).rejects.toMatchObject({ message: expect.stringContaining('it is damaged') });
  await expect(resumeReimage(selection, { armSeconds: 1800 }, site.world)).rejects.toMatchObject({
    kind: 'refused',
  });
  const { outcome } = await abortReimage(selection, { armSeconds: 1800 }, site.world);
  expect(outcome?.warnings.join()).toContain('was forgotten');
  expect((await run(site)).outcome?.phase).toBe('done');
});

test('what changed is found, and what does not say is left alone', async () => {
  const site = new ReimageLab(lab.world);
  await run(site, { nodes: ['lenovo1', 'lenovo2'] });
  expect(
    (await run(site, { nodes: 'changed', planOnly: true })).plan.nodes.map(({ name, because }) => [
      name,
      because,
    ]),
  ).toEqual([['lenovo3', 'it runs another generation']]);
  expect((await run(site, { nodes: 'changed' })).outcome?.phase).toBe('done');
  const nothing = await run(site, { nodes: 'changed' });
  expect(nothing).toMatchObject({ outcome: undefined, plan: { nodes: [] } });
  site.machine('lenovo3').answers = false;
  expect((await run(site, { nodes: 'changed', planOnly: true })).unknown).toEqual([
    { hostname: 'lenovo3.lab.home.lerenn.net', why: expect.stringContaining('does not answer') },
  ]);
});
