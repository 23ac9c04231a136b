import { describe, expect, test } from 'vitest';
import { awaitNode } from '../../../src/reimage/cluster/awaitNode.ts';
import { readCluster } from '../../../src/reimage/cluster/readCluster.ts';
import { verifyNode } from '../../../src/reimage/cluster/verifyNode.ts';
import { type Model, newModel } from '../../fakes/cluster/model.ts';
import { modelTools } from '../../fakes/cluster/tools.ts';

const expected = {
  hostname: 'two.lab.example.org',
  role: 'server',
  version: 'v1.35.2+k3s1',
  labels: { zone: 'a' },
  taints: [
    { key: 'own', value: 'yes', effect: 'NoSchedule' },
    { key: 'bare', effect: 'NoExecute' },
  ],
} as const;

/** A cluster whose second server is all that it has to be. */
function whole(): Model {
  const model = newModel();
  const two = model.nodes[1];
  if (two === undefined) throw new Error('the model has three servers');
  two.labels.zone = 'a';
  two.taints.push({ key: 'own', value: 'yes', effect: 'NoSchedule' }, { key: 'bare', effect: 'NoExecute' });
  return model;
}

const faultsOf = async (model: Model, more: Partial<Parameters<typeof verifyNode>[1]> = {}) =>
  verifyNode(await readCluster(modelTools(model)), { ...expected, ...more });

describe('a node that came back', () => {
  test('is what it has to be, by its short name too', async () => {
    expect(await faultsOf(whole())).toEqual([]);
    expect(await faultsOf(whole(), { hostname: 'two' })).toEqual([]);
  });

  test('is none of it: all is told at once', async () => {
    const model = whole();
    Object.assign(model.nodes[1] ?? {}, {
      up: false,
      deleting: true,
      labels: { zone: 'b' },
      taints: [],
      version: 'v1.34.1+k3s1',
    });
    model.members.splice(1, 1);
    expect(await faultsOf(model)).toEqual([
      'somebody deleted it from the cluster',
      'it is not Ready',
      'it runs v1.34.1+k3s1, and not v1.35.2+k3s1',
      'it has no role of a server',
      'it is no member of etcd',
      'its label zone is "b", and not "a"',
      'it has no taint own=yes:NoSchedule',
      'it has no taint bare:NoExecute',
    ]);
  });

  test.each<[object, string]>([
    [{ learner: true }, 'etcd still teaches it: it does not vote yet'],
    [{ up: false }, 'its member of etcd is not healthy'],
  ])('with a member that is %j', async (changes, fault) => {
    const model = whole();
    Object.assign(model.members[1] ?? {}, changes);
    expect(await faultsOf(model)).toEqual([fault]);
  });

  test('as an agent needs no member, and a label that is missing is told', async () => {
    const agent = { ...expected, hostname: 'four.lab.example.org', role: 'agent', taints: [] } as const;
    expect(await faultsOf(newModel(), agent)).toEqual(['it has no label zone=a']);
  });

  test('has not joined', async () => {
    expect(await faultsOf(whole(), { hostname: 'nine.lab.example.org' })).toEqual([
      'it has not joined the cluster',
    ]);
  });
});

describe('waiting for it', () => {
  test('shows what is missing until nothing is', async () => {
    const model = whole();
    Object.assign(model.members[1] ?? {}, { learner: true });
    const meanwhile = (clock: number) =>
      void (clock >= 10_000 && Object.assign(model.members[1] ?? {}, { learner: false }));
    const shown: string[] = [];
    await awaitNode(modelTools(model, { meanwhile }), expected, 60, (missing) => shown.push(missing));
    expect(shown).toEqual(Array(2).fill('etcd still teaches it: it does not vote yet'));
  });

  test('ends when the time is up', async () => {
    const model = whole();
    Object.assign(model.nodes[1] ?? {}, { up: false });
    await expect(awaitNode(modelTools(model), expected, 60)).rejects.toMatchObject({
      message: 'two.lab.example.org is not what it has to be after 60 s: it is not Ready',
      next: expect.stringContaining('kubectl describe node two.lab.example.org'),
    });
  });
});
