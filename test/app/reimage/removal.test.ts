import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { abortReimage, resumeReimage } from '../../../src/app/reimage/continue.ts';
import type { ReimageHooks, ReimageOptions } from '../../../src/app/reimage/options.ts';
import { reimage } from '../../../src/app/reimage/reimage.ts';
import { status } from '../../../src/app/status.ts';
import { reimagePlanText } from '../../../src/report/reimagePlan.ts';
import { reimageOutcomeText } from '../../../src/report/reimageText.ts';
import { storageStatusText } from '../../../src/report/storageStatus.ts';
import { selection, useDeployedLab } from '../arm/lab.ts';
import { ReimageLab } from './lab.ts';

const lab = useDeployedLab();
beforeEach(() => {
  for (const name of readdirSync('storage/pilotlight/state').filter((each) => /^(reimage|lock\.)/.test(each)))
    rmSync(`storage/pilotlight/state/${name}`, { recursive: true });
});

const usual: ReimageOptions = {
  nodes: ['lenovo4'],
  remove: true,
  planOnly: false,
  bootstrap: false,
  replaceDead: false,
  deleteEmptyDirData: false,
  force: false,
  drainSeconds: 300,
  agentsAtATime: 1,
  armSeconds: 1800,
};

const remove = (site: ReimageLab, changes: Partial<ReimageOptions> = {}, hooks: ReimageHooks = {}) =>
  reimage(selection, { ...usual, ...changes }, site.world, hooks);

/** The lab's three servers, and one that the inventory does not have. */
function withStranger(role: 'server' | 'agent' = 'server'): ReimageLab {
  const site = new ReimageLab(lab.world);
  site.addStranger('lenovo4', role);
  return site;
}

const nodesOf = (site: ReimageLab) => site.cluster.nodes.map(({ name }) => name);

describe('a node that the inventory does not have', () => {
  test('is listed, and never taken for one that changed', async () => {
    const site = withStranger();
    const [report] = await status(selection, { compare: false, nodes: {} }, site.world);
    expect(report && storageStatusText(report, false)).toMatch(
      /\nlenovo4\.lab\.home\.lerenn\.net +server .* the inventory does not have it: pilotlight reimage --remove lenovo4 takes it out of the cluster\n/,
    );
    const changed = await remove(site, { nodes: 'changed', remove: false, planOnly: true });
    expect(changed.plan.nodes.map(({ name }) => name)).toEqual(['lenovo1', 'lenovo2', 'lenovo3']);
    expect(changed.unknown).toEqual([
      {
        hostname: 'lenovo4.lab.home.lerenn.net',
        why: 'the inventory does not have it: pilotlight reimage --remove lenovo4 takes it out of the cluster',
      },
    ]);
    expect(site.done).toEqual([]);
  });

  test('leaves by its name: its pods, etcd, K3s and its Node, in that order', async () => {
    const site = withStranger();
    site.cluster.volumes.push({
      name: 'pvc-1',
      claim: 'default/data',
      path: '/var/lib/rancher/k3s/storage/pvc-1',
      node: 'lenovo4',
    });
    const planned = await remove(site, { planOnly: true });
    expect(reimagePlanText(planned, false).split('\n').slice(1).join('\n')).toBe(`
    NODE                          COMES UP AS        WHY                   ERASED    POWER
1   lenovo4.lab.home.lerenn.net   removed for good   it is to be removed   nothing

1 server · pods have 5 min to leave · etcd: 4 of 4 members are healthy; at worst 4 will be, and 3 are needed

lenovo4.lab.home.lerenn.net keeps all that is on its disks
lenovo4.lab.home.lerenn.net loses the volume default/data (pvc-1, in /var/lib/rancher/k3s/storage/pvc-1)

! lenovo4.lab.home.lerenn.net is not erased: its K3s is stopped for good, and the machine stays on
`);
    const steps: string[] = [];
    const { outcome } = await remove(
      site,
      {},
      { onProgress: (each) => void (each.kind === 'began' && steps.push(each.step)) },
    );
    expect(outcome).toMatchObject({ phase: 'done', left: [], warnings: [] });
    expect(steps).toEqual(['prove', 'cordon', 'drain', 'removeMember', 'deleteNode']);
    expect(site.done).toEqual(['stop lenovo4 for good']);
    expect(nodesOf(site)).toEqual(['lenovo1', 'lenovo2', 'lenovo3']);
    expect(site.cluster.members.length).toBe(3);
    expect(outcome && reimageOutcomeText(outcome, false)).toMatch(
      /✓ lenovo4\S+ left the cluster for good[\s\S]*✓ 1 of 1 nodes done/,
    );
    expect(readFileSync('storage/pilotlight/state/journal', 'utf8')).toContain('"outcome":"removed"');
  });

  test('agents leave, too', async () => {
    const site = withStranger('agent');
    const { outcome } = await remove(site);
    expect(outcome?.timeLine.map(({ step }) => step)).toEqual(['prove', 'cordon', 'drain', 'deleteNode']);
    expect(nodesOf(site)).toEqual(['lenovo1', 'lenovo2', 'lenovo3']);
  });

  test.each(['cordon', 'drain', 'removeMember', 'deleteNode'] as const)(
    'a removal that was stopped at %s is gone on with, or taken back',
    async (at) => {
      for (const way of ['resume', 'abort'] as const) {
        const site = withStranger();
        const stop = new AbortController();
        const { outcome } = await remove(
          site,
          {},
          {
            stoppable: () => stop.signal,
            onProgress: (each) => {
              if (each.kind === 'began' && each.step === at) stop.abort();
            },
          },
        );
        expect(outcome?.phase).toBe('stopped');
        if (way === 'resume') {
          expect((await resumeReimage(selection, { armSeconds: 1800 }, site.world)).outcome?.phase).toBe(
            'done',
          );
          expect(nodesOf(site)).toEqual(['lenovo1', 'lenovo2', 'lenovo3']);
        } else {
          const aborted = await abortReimage(selection, { armSeconds: 1800 }, site.world);
          expect(aborted.outcome).toMatchObject({ phase: 'aborted', left: [] });
          const open = site.cluster.nodes.filter((node) => !node.cordoned).map(({ name }) => name);
          // One that left etcd is not what it was: nobody lets pods come to it again. The step that is stopped may be done by then.
          expect(open.includes('lenovo4'), at).toBe(at === 'cordon' || at === 'drain');
        }
      }
    },
  );
});

describe('is refused', () => {
  const refusals = async (site: ReimageLab, changes: Partial<ReimageOptions> = {}) => {
    const { plan } = await remove(site, { ...changes, planOnly: true });
    await expect(remove(site, changes)).rejects.toMatchObject({ kind: 'refused' });
    expect(site.done).toEqual([]);
    return plan.refusals.map(({ message }) => message).join('\n');
  };

  test('while it runs where nobody can log in', async () => {
    const site = withStranger();
    site.machine('lenovo4').answers = false;
    expect(await refusals(site, { replaceDead: true })).toContain('it is Ready, and nobody can log in to it');
  });

  test('when it is gone, unless that is said', async () => {
    const site = withStranger();
    site.lose('lenovo4');
    expect(await refusals(site)).toContain('it does not answer');
    const { outcome } = await remove(site, { replaceDead: true });
    expect(outcome?.phase).toBe('done');
    expect(site.done).toEqual([]);
    expect(site.cluster.members.length).toBe(3);
  });

  test('while another server is out', async () => {
    const site = withStranger();
    site.lose('lenovo2');
    expect(await refusals(site)).toMatch(/the server lenovo2\S+ is out of the cluster/);
  });

  test('where no server would be left', async () => {
    const site = new ReimageLab(lab.world);
    expect(await refusals(site, { nodes: ['lenovo1', 'lenovo2', 'lenovo3'] })).toMatch(
      /no server that is Ready would be left[\s\S]*it is the last member of etcd/,
    );
  });

  test('a name that the cluster does not have', async () => {
    await expect(remove(withStranger(), { nodes: ['lenovo5'] })).rejects.toMatchObject({
      kind: 'usage',
      message: 'the cluster has no node "lenovo5": did you mean lenovo1?',
    });
  });
});

test('a server that was lost leaves although another one is out: etcd stands more without it', async () => {
  const site = withStranger();
  site.lose('lenovo4');
  site.machine('lenovo2').answers = false;
  const lenovo2 = site.cluster.nodes.find(({ name }) => name === 'lenovo2');
  if (lenovo2 !== undefined) lenovo2.up = false;
  const { outcome } = await remove(site, { replaceDead: true });
  expect(outcome?.phase).toBe('done');
});

test('a node of the inventory leaves, too, and is told to come back with the next reimage', async () => {
  const site = new ReimageLab(lab.world);
  const planned = await remove(site, { nodes: ['lenovo3'], planOnly: true });
  expect(planned.plan.warnings).toEqual([
    expect.stringMatching(/^lenovo3\S+ is still in the inventory \(inventory\/nodes\/lenovo3.yaml\)/),
    expect.stringContaining('is not erased'),
    'etcd has 2 members then, and needs both: it stands no failure',
  ]);
  expect((await remove(site, { nodes: ['lenovo3'] })).outcome?.phase).toBe('done');
  expect(site.done).toEqual(['stop lenovo3 for good']);
  // New hardware under the old name: nothing of the old one is left to be taken out.
  site.machine('lenovo3').answers = false;
  const joined = await reimage(selection, { ...usual, remove: false, nodes: ['lenovo3'] }, site.world);
  expect(joined.outcome?.timeLine.map(({ step }) => step)).toEqual(
    expect.not.arrayContaining(['cordon', 'drain', 'removeMember', 'deleteNode']),
  );
  expect(joined.outcome?.phase).toBe('done');
  expect(site.cluster.members.length).toBe(3);
});

test('a member of etcd without a Node is told, with the command that ends it', async () => {
  const site = new ReimageLab(lab.world);
  site.cluster.members.push({
    id: 'abc123',
    name: 'old-0badcafe',
    address: '10.9.9.9',
    learner: false,
    up: false,
  });
  const [report] = await status(selection, { compare: false, nodes: {} }, site.world);
  expect(report?.health.notes.join()).toMatch(
    /etcd has the member old-0badcafe \(abc123\) that no Node of the cluster has; it is down, and counts: 3 of 4 are needed.*member remove abc123$/,
  );
  const { plan } = await remove(site, { nodes: ['lenovo3'], remove: false, planOnly: true });
  expect(plan.warnings.join()).toContain('member remove abc123');
  // Two of three that would be left answer: quorum allows it, so that nothing is refused.
  expect(plan.refusals).toEqual([]);
});

test('a plan that was approved is removed, and one of another kind is refused', async () => {
  const site = withStranger();
  const { plan } = await remove(site, { planOnly: true });
  expect(plan.chosen).toBe('removal');
  const other = await remove(site, { nodes: ['lenovo2'], remove: false, planOnly: true });
  expect(other.plan.chosen).toBe('names');
  await expect(remove(site, { nodes: ['lenovo2'], remove: false, expected: () => plan })).rejects.toThrow(
    'the plan that was given removes nodes for good; nothing was done',
  );
  await expect(remove(site, { expected: () => other.plan })).rejects.toThrow(
    'the plan that was given installs nodes anew, and removes none; nothing was done',
  );
  expect(site.done).toEqual([]);
  const { outcome } = await remove(site, { expected: () => plan });
  expect(outcome?.phase).toBe('done');
  expect(nodesOf(site)).toEqual(['lenovo1', 'lenovo2', 'lenovo3']);
});
