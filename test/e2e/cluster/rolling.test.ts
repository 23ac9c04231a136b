import { describe, expect, test } from 'vitest';
import type { ReimageHooks } from '../../../src/app/reimage/options.ts';
import type { NodeObject } from './lab/api.ts';
import { losable } from './lab/site.ts';
import { until } from './lab/until.ts';
import { lost } from './lab/writer.ts';
import { identityOf, lenovo1, lenovo2, lenovo3, useRehearsal, when } from './setup.ts';
import { hold, podOn, want } from './workload.ts';

const rehearsal = useRehearsal();

/** One after the other on one cluster: starting one takes longer than most of them. */
describe('three servers with a real control plane, while somebody writes all the time', () => {
  test('a member that is down: no other server is taken out', async () => {
    const { lab, run, cordoned } = bound();
    const down = lab.server('lenovo3');
    await down.machine.kill('etcd');
    await expect(run({ nodes: ['lenovo1'] })).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(
        /nothing was done: lenovo1\S+: etcd would have 1 healthy of 2 members, and needs 2: lenovo3\S+ is down/,
      ),
      next: 'bring the other servers back first',
    });
    expect(await cordoned()).toEqual([]);
    await down.restartEtcd();
  });

  test('a budget that never allows it: the drain ends, nothing is armed, and an abort takes the cordon back', async () => {
    const { site, run, abort, cordoned } = bound();
    const { outcome } = await run({ nodes: ['lenovo2'], drainSeconds: 2 });
    expect(outcome).toMatchObject({
      phase: 'stopped',
      left: [],
      nodes: [{ status: 'failed', step: 'drain' }],
    });
    expect(outcome?.nodes[0]?.problem).toMatch(
      /lenovo2\S+ is not drained after 2 s: default\/web-\S+ \(PodDisruptionBudget web wants 3 healthy, and 3 are\)\nGive what the budget guards another replica/,
    );
    expect([site.done, site.gate.armed.size]).toEqual([[], 0]);
    expect(await cordoned()).toEqual([lenovo2]);
    expect((await abort()).outcome).toMatchObject({ phase: 'aborted', left: [] });
    expect(await cordoned()).toEqual([]);
  });

  test('a pod that never ends: the same, and who holds it is told', async () => {
    const { lab, site, run, abort, cordoned } = bound();
    const held = await podOn(lab.api, lenovo3);
    await want(lab.api, 2);
    await hold(lab.api, held, 'lab.test/hold');
    const { outcome } = await run({ nodes: ['lenovo3'], drainSeconds: 2 });
    expect(outcome).toMatchObject({
      phase: 'stopped',
      left: [],
      nodes: [{ status: 'failed', step: 'drain' }],
    });
    expect(outcome?.nodes[0]?.problem).toContain(
      `default/${held} (it has ended, and lab.test/hold holds it)\nWho set these finalizers has to let go of the pods`,
    );
    expect([site.done, site.gate.armed.size]).toEqual([[], 0]);
    expect((await abort()).outcome).toMatchObject({ phase: 'aborted', left: [] });
    expect(await cordoned()).toEqual([]);
    await hold(lab.api, held, undefined);
    await want(lab.api, 3);
  });

  test('all are reimaged, the first server first: a budget is waited for, and the runner is lost on the second', async () => {
    const { lab, site, run } = bound();
    const { world, lose } = losable(site.world);
    const allows = when(
      lenovo1,
      'drain',
      /PodDisruptionBudget keeps default\/web/,
      () => void want(lab.api, 2),
    );
    await new Promise<void>((resolve, reject) => {
      const dies = when(lenovo2, 'install', /^began$/, () => {
        lose();
        resolve();
      });
      run({}, both(allows, dies), world).then(() => reject(new Error('it was not lost')), reject);
    });
    expect(site.done).toEqual(['cycle lenovo1', 'install lenovo1', 'cycle lenovo2', 'install lenovo2']);
    const { metadata } = await lab.api.json<NodeObject>(`/api/v1/nodes/${lenovo1}`);
    expect(metadata.labels).toMatchObject({ rack: 'left', 'node-role.kubernetes.io/etcd': 'true' });
    const generation = await lab.server('lenovo1').machine.read('/etc/pilotlight/generation.json');
    expect(JSON.parse(generation)).toMatchObject({ hostname: lenovo1, variant: 'join' });
  });

  test('the next one goes on; a finalizer that hangs ends the third, and who has to let go is told', async () => {
    const { lab, site, resume } = bound();
    const path = `/api/v1/nodes/${lenovo3}`;
    const { metadata } = await lab.api.json<NodeObject>(path);
    const finalizers = [...(metadata.finalizers ?? []), 'lab.test/hold'];
    await lab.api.merge(path, { metadata: { finalizers } });
    const hangs = when(lenovo3, 'deleteNode', /^lab\.test\/hold holds it$/, () => site.skip(300));
    const { outcome } = await resume(hangs, 0);
    expect(outcome).toMatchObject({
      phase: 'stopped',
      left: [],
      nodes: [{ status: 'done' }, { status: 'done' }, { status: 'failed', step: 'deleteNode' }],
    });
    expect(outcome?.nodes[2]?.problem).toMatch(
      /lenovo3\S+ is still in the cluster after 270 s: lab\.test\/hold holds it\nWho set lab\.test\/hold has to let go of it/,
    );
    expect([site.done.slice(4), site.gate.armed.size]).toEqual([[], 0]);
  });

  test('once it is let go, the run is gone on with to its end', async () => {
    const { lab, site, resume, cordoned } = bound();
    await lab.api.merge(`/api/v1/nodes/${lenovo3}`, { metadata: { finalizers: null } });
    const { outcome } = await resume();
    expect(outcome).toMatchObject({ phase: 'done', left: [] });
    expect(site.done.slice(4)).toEqual(['cycle lenovo3', 'install lenovo3']);
    expect(site.gate.armed.size).toBe(0);
    expect(await cordoned()).toEqual([]);
  });

  test('it is the same cluster, etcd was never without quorum, and every write that was acknowledged is there', async () => {
    const { lab, site, quorum, writer, identity } = rehearsal.now;
    await site.settle();
    await writer.end();
    expect(site.broken).toEqual([]);
    expect(await identityOf(lab)).toBe(identity);
    const members = await lab.server('lenovo1').etcd.members();
    expect(members.map(({ isLearner }) => isLearner ?? false)).toEqual([false, false, false]);
    expect({ losses: quorum.losses, spare: quorum.spare }).toEqual({ losses: [], spare: 0 });
    expect(writer.acknowledged.length).toBeGreaterThan(100);
    for (const api of lab.eachApi()) expect(await lost(api, writer)).toEqual([]);
  });

  test('those who watched would have seen it', async () => {
    const { lab, quorum, writer } = rehearsal.now;
    const [first = ''] = writer.acknowledged;
    await lab.api.json(`/api/v1/namespaces/default/configmaps/${first}`, { method: 'DELETE' });
    expect(await lost(lab.api, writer)).toEqual([first]);
    for (const name of ['lenovo1', 'lenovo2']) await lab.server(name).machine.kill('etcd');
    await until(async () => expect(quorum.losses).not.toEqual([]));
  });
});

/** The rehearsal with what is called most, free to be called. */
function bound() {
  const { now } = rehearsal;
  return {
    lab: now.lab,
    site: now.site,
    run: now.run.bind(now),
    resume: now.resume.bind(now),
    abort: now.abort.bind(now),
    cordoned: now.cordoned.bind(now),
  };
}

function both(one: ReimageHooks, other: ReimageHooks): ReimageHooks {
  return {
    onProgress: (progress) => {
      one.onProgress?.(progress);
      other.onProgress?.(progress);
    },
  };
}
