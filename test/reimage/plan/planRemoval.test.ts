import { describe, expect, test } from 'vitest';
import type { EtcdMember, KubernetesNode, MachineView, SiteFacts } from '../../../src/reimage/plan/facts.ts';
import { goneNode, namedNodes } from '../../../src/reimage/plan/gone.ts';
import { planRemoval } from '../../../src/reimage/plan/planRemoval.ts';
import type { Digest } from '../../../src/shared/digest.ts';
import { node, site } from '../../render/fixtures/lab.ts';

const names = ['a', 'b', 'c'];
const address = '192.168.26.14';
const mac = '98:fa:9b:1c:2d:04';
const inventory = site({
  nodes: names.map((name) => node({ name, hostname: `${name}.lab.example`, shortName: name })),
});

const kubernetes = (name: string, changes: Partial<KubernetesNode> = {}): KubernetesNode => ({
  name,
  ready: true,
  cordoned: false,
  deleting: false,
  server: true,
  version: 'v1.35.2+k3s1',
  labels: {},
  annotations: {},
  taints: [],
  addresses: [address],
  ...changes,
});

const member = (name: string, changes: Partial<EtcdMember> = {}): EtcdMember => ({
  id: name,
  name: `${name}-1`,
  node: name,
  learner: false,
  healthy: true,
  ...changes,
});

const all = [...names, 'd'];
const k3s = { active: true };

interface Case {
  readonly machine?: MachineView;
  readonly cluster?: Partial<NonNullable<SiteFacts['cluster']>>;
  readonly leaving?: KubernetesNode;
  readonly macs?: readonly string[];
  readonly replaceDead?: boolean;
}

/** The three servers of the inventory and `d`, which it does not have and which is to leave. */
function plan({ machine, cluster, leaving = kubernetes('d'), macs = [], replaceDead = false }: Case) {
  const gone = goneNode({ domain: 'lab.example' }, leaving);
  return planRemoval({
    site: inventory,
    facts: {
      release: 'f'.repeat(64) as Digest,
      cluster: {
        toldBy: 'a.lab.example',
        nodes: [...names.map((name) => kubernetes(name)), leaving],
        members: all.map((name) => member(name)),
        ...cluster,
      },
      machines: new Map([[gone.hostname, machine ?? { answers: true, k3s, macs: [mac] }]]),
      power: new Map(),
    },
    leaving: [{ ...gone, removal: { address, macs } }],
    request: {
      replaceDead,
      agentsAtATime: 1,
      drain: { deleteEmptyDirData: false, force: false, timeoutSeconds: 300 },
    },
  });
}

const messages = (made: ReturnType<typeof plan>) => made.refusals.map(({ message }) => message);

describe('a machine without a generation is the one that is meant', () => {
  test('where its Node is Ready at that address', () => expect(messages(plan({}))).toEqual([]));
  test('where it has the MAC of the release', () =>
    expect(messages(plan({ leaving: kubernetes('d', { ready: false }), macs: [mac] }))).toEqual([]));
  test('where it has no K3s that could be stopped', () =>
    expect(
      messages(plan({ leaving: kubernetes('d', { ready: false }), machine: { answers: true } })),
    ).toEqual([]));
});

test('what answers at the old address of a node that is gone may be another server: its K3s is not stopped', () => {
  const made = plan({ leaving: kubernetes('d', { ready: false }), macs: ['00:00:00:00:00:01'] });
  expect(messages(made)).toEqual([
    `a machine with K3s (${mac}) answers at ${address}, and nothing tells that it is the one that is meant`,
  ]);
});

describe('another machine has the address of a node that is gone, as where its file was renamed', () => {
  const generation = {
    site: 'lab',
    hostname: 'e.lab.example',
    variant: 'join',
    digest: 'a'.repeat(64) as Digest,
  };
  const machine = { answers: true, k3s, macs: [mac], generation };
  const leaving = kubernetes('d', { ready: false });

  test('it is refused first', () =>
    expect(messages(plan({ machine, leaving }))).toEqual([
      'the machine that answers at its address says that it is e.lab.example',
    ]));
  test('with --replace-dead the node leaves, and what answers is left alone', () => {
    const made = plan({ machine, leaving, replaceDead: true });
    expect(messages(made)).toEqual([]);
    expect(made.nodes[0]).toMatchObject({ alive: false, member: 'd' });
    expect(made.nodes[0]).not.toHaveProperty('running');
  });
  test('never while its Node is Ready: it runs elsewhere', () =>
    expect(messages(plan({ machine, replaceDead: true }))).toHaveLength(1));
});

test('a node that the cluster has under two names is not removed by one of them', () => {
  const twice = [...names, 'd', 'd.lab.example'].map((name) => kubernetes(name));
  expect(messages(plan({ cluster: { nodes: twice } }))).toEqual([
    'the cluster has 2 Nodes that may be it: d and d.lab.example',
  ]);
});

test('it is told that etcd itself could not be asked: a member without a Node is not counted then', () => {
  const { warnings } = plan({ cluster: { membersProblem: 'etcd of a does not answer: refused' } });
  expect(warnings).toContain(
    'etcd itself could not be asked (etcd of a does not answer: refused): its members are those that K3s noted',
  );
});

test('a first label that several nodes have names none of them; the name of a Node is one node', () => {
  const nodes = ['web', 'web.a.example', 'web.b.example'].map((name) =>
    goneNode({ domain: 'lab.example' }, kubernetes(name)),
  );
  const [, a, b] = nodes;
  expect(namedNodes(nodes.slice(1), 'web')).toEqual([a, b]);
  expect(namedNodes(nodes, 'web.b.example')).toEqual([b]);
  expect(namedNodes(nodes, 'web')).toEqual([nodes[0]]);
});
