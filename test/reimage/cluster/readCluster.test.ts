import { describe, expect, test } from 'vitest';
import { readCluster } from '../../../src/reimage/cluster/readCluster.ts';
import { modelEtcd } from '../../fakes/cluster/etcd.ts';
import { addServer, newModel } from '../../fakes/cluster/model.ts';
import { modelTools } from '../../fakes/cluster/tools.ts';

describe('a cluster as it is', () => {
  test('has its nodes and the members that run on them', async () => {
    const cluster = await readCluster(modelTools(newModel()));
    expect(cluster.toldBy).toBe('one.lab.example.org');
    expect(cluster.nodes.map(({ name, server, ready }) => [name, server, ready])).toEqual([
      ['one.lab.example.org', true, true],
      ['two.lab.example.org', true, true],
      ['three.lab.example.org', true, true],
      ['four.lab.example.org', false, true],
    ]);
    expect(cluster.members?.[1]).toEqual({
      id: '2222222222222222',
      name: 'two-00000002',
      node: 'two.lab.example.org',
      learner: false,
      healthy: true,
    });
    expect(cluster.membersProblem).toBeUndefined();
  });

  test('a node that is out says so: cordoned, not ready, deleted', async () => {
    const model = newModel();
    Object.assign(model.nodes[3] ?? {}, { up: false, cordoned: true, deleting: true });
    const { nodes } = await readCluster(modelTools(model));
    expect(nodes[3]).toMatchObject({ ready: false, cordoned: true, deleting: true });
  });

  test('taints are told as K3s takes them', async () => {
    const model = newModel();
    model.nodes[0]?.taints.push(
      { key: 'a', effect: 'NoSchedule' },
      { key: 'b', value: 'c', effect: 'NoExecute' },
    );
    expect((await readCluster(modelTools(model))).nodes[0]?.taints).toEqual([
      'a:NoSchedule',
      'b=c:NoExecute',
    ]);
  });

  test("etcd's word goes before what K3s wrote on a node", async () => {
    const model = newModel();
    Object.assign(model.members[2] ?? {}, { up: false });
    const { members } = await readCluster(modelTools(model));
    expect(members?.map(({ healthy }) => healthy)).toEqual([true, true, false]);
  });

  test('a member that nobody has a node for is still one', async () => {
    const model = newModel();
    model.members.push({ id: 'ff', name: 'gone-0000000f', address: '10.0.0.99', learner: false, up: false });
    const { members } = await readCluster(modelTools(model));
    expect(members?.[3]).toMatchObject({ id: 'ff', node: undefined });
  });

  test('an old member of a name is not that of the new one', async () => {
    const model = newModel();
    model.members.unshift({ id: 'ff', name: 'two-0000000f', address: '10.0.0.2', learner: false, up: false });
    const { members } = await readCluster(modelTools(model));
    expect(members?.filter(({ node }) => node === 'two.lab.example.org').map(({ id }) => id)).toEqual([
      '2222222222222222',
    ]);
  });

  test('of two that have its name, and nothing else of it, none is taken for its member', async () => {
    const model = newModel();
    Object.assign(model.nodes[1] ?? {}, { annotations: {} });
    Object.assign(model.members[1] ?? {}, { address: '10.9.9.1' });
    model.members.push({ id: 'ff', name: 'two-0000000f', address: '10.9.9.2', learner: false, up: false });
    const { members } = await readCluster(modelTools(model));
    expect(members?.filter(({ name }) => name.startsWith('two')).map(({ node }) => node)).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('a member that has not started yet is known by its address', async () => {
    const model = newModel();
    const five = addServer(model, 'five', 5);
    five.annotations = {};
    model.members[3] = { id: '55', name: '', address: five.address, learner: true, up: false };
    const { members } = await readCluster(modelTools(model));
    expect(members?.[3]).toMatchObject({ node: 'five.lab.example.org', learner: true });
  });

  test('a member is known by its name where K3s has written nothing', async () => {
    const model = newModel();
    const two = model.nodes[1];
    if (two !== undefined) two.annotations = {};
    const moved = model.members.map((member) => ({ ...member, address: '192.168.0.1' }));
    model.members = moved;
    const { members } = await readCluster(modelTools(model));
    expect(members?.[1]?.node).toBe('two.lab.example.org');
  });
});

describe('where etcd does not answer', () => {
  const silent = (model = newModel()) =>
    readCluster(modelTools(model, { etcd: modelEtcd(model, { silent: 'connection refused' }) }));

  test('its members are what K3s wrote on the nodes, and that is said', async () => {
    const { members, membersProblem } = await silent();
    expect(members?.map(({ id, healthy }) => [id, healthy])).toEqual([
      ['one-00000001', true],
      ['two-00000002', true],
      ['three-00000003', true],
    ]);
    expect(membersProblem).toBe('etcd of one.lab.example.org does not answer: connection refused');
  });

  test.each<[string, object, object]>([
    [
      'does not vote',
      { voter: { status: 'False', reason: 'MemberIsLearner' } },
      { learner: true, healthy: true },
    ],
    [
      'is not healthy',
      { voter: { status: 'False', reason: 'Unhealthy' } },
      { learner: false, healthy: false },
    ],
    ['is not ready', { up: false }, { healthy: false }],
    ['of an old K3s', { voter: undefined }, { healthy: false }],
  ])('a server that %s', async (_name, changes, expected) => {
    const model = newModel();
    Object.assign(model.nodes[1] ?? {}, changes);
    expect((await silent(model)).members?.[1]).toMatchObject(expected);
  });

  test.each<[string, object]>([
    ['a server that is no member any more', { voter: { status: 'False', reason: 'NotAMember' } }],
    [
      'a server that K3s took out of etcd',
      {
        annotations: {
          'etcd.k3s.cattle.io/node-name': 'two-00000002',
          'etcd.k3s.cattle.io/removed-node-name': 'two-00000002',
        },
      },
    ],
  ])('%s is none', async (_name, changes) => {
    const model = newModel();
    Object.assign(model.nodes[1] ?? {}, changes);
    expect((await silent(model)).members).toHaveLength(2);
  });

  test('with a kubeconfig alone it is the same', async () => {
    const { members, membersProblem } = await readCluster(modelTools(newModel(), { etcd: undefined }));
    expect(members).toHaveLength(3);
    expect(membersProblem).toBe('etcd can be asked over SSH on a server alone');
  });

  test('a cluster that keeps its state elsewhere has no members', async () => {
    const model = newModel();
    for (const { labels } of model.nodes) delete labels['node-role.kubernetes.io/etcd'];
    const etcd = { members: async () => ({ kind: 'none' as const }) };
    expect((await readCluster(modelTools(model, { etcd }))).members).toBeUndefined();
  });
});
