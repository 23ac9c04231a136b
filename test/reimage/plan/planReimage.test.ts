import { describe, expect, test } from 'vitest';
import type { EtcdMember, KubernetesNode, MachineView, SiteFacts } from '../../../src/reimage/plan/facts.ts';
import { planReimage } from '../../../src/reimage/plan/planReimage.ts';
import type { ReleasedNode } from '../../../src/reimage/plan/released.ts';
import type { ReimageRequest } from '../../../src/reimage/plan/request.ts';
import type { Digest } from '../../../src/shared/digest.ts';
import { node, site } from '../../render/fixtures/lab.ts';

const digest = (letter: string) => letter.repeat(64) as Digest;
const disk = '/dev/disk/by-id/nvme-one';
const names = ['lenovo1', 'lenovo2', 'lenovo3'];
const hosts = names.map((name) => `${name}.lab.example`);
const [one = '', two = '', three = ''] = hosts;

const inventory = site({
  nodes: names.map((name, index) =>
    node({
      name,
      hostname: `${name}.lab.example`,
      shortName: name,
      file: `inventory/nodes/${name}.yaml`,
      macs: [`98:fa:9b:1c:2d:0${index + 1}`],
      firstServer: index === 0,
    }),
  ),
});

const machine = (index: number, changes: Partial<MachineView> = {}): MachineView => ({
  answers: true,
  disks: [{ device: '/dev/nvme0n1', links: [disk], serial: 'S1', size: 512e9, root: true }],
  macs: [`98:fa:9b:1c:2d:0${index + 1}`],
  generation: { site: 'lab', hostname: hosts[index] ?? '', variant: 'join', digest: digest('a') },
  ...changes,
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

function facts(changes: Partial<SiteFacts> = {}): SiteFacts {
  return {
    release: digest('f'),
    cluster: {
      toldBy: two,
      nodes: hosts.map((name) => kubernetes(name)),
      members: hosts.map((name) => member(name)),
    },
    machines: new Map(hosts.map((host, index) => [host, machine(index)])),
    power: new Map(hosts.map((host) => [host, [{ method: 'ssh', usable: true, detail: 'it answers' }]])),
    ...changes,
  };
}

const released = new Map<string, ReleasedNode>(
  hosts.map((host, index) => [
    host,
    {
      variants: [
        { variant: 'join', digest: digest('b') },
        ...(index === 0 ? [{ variant: 'bootstrap' as const, digest: digest('c') }] : []),
      ],
    },
  ]),
);

function plan(wanted: readonly string[], seen: SiteFacts = facts(), changes: Partial<ReimageRequest> = {}) {
  return planReimage({
    site: inventory,
    released,
    facts: seen,
    request: {
      nodes: new Map(wanted.map((host) => [host, 'asked for'])),
      bootstrap: false,
      replaceDead: false,
      agentsAtATime: 2,
      drain: { deleteEmptyDirData: false, force: false, timeoutSeconds: 300 },
      ...changes,
    },
  });
}

const messages = (made: ReturnType<typeof plan>) =>
  made.refusals.map(({ node: name, message }) => `${name?.split('.')[0] ?? ''}: ${message}`);

test('a rolling reimage of a whole cluster', () => {
  const made = plan(hosts);
  expect(made.refusals).toEqual([]);
  expect(made.warnings).toEqual([]);
  expect(made.quorum).toEqual({ voters: 3, healthy: 3, needed: 2, lowest: 2 });
  expect(made.nodes.map(({ name, variant }) => [name, variant])).toEqual(names.map((name) => [name, 'join']));
  expect(made.nodes[0]).toMatchObject({
    member: one,
    kubernetesName: one,
    alive: true,
    disk: { device: disk, serial: 'S1', proof: 'seen' },
    running: digest('a'),
    wanted: digest('b'),
    power: ['ssh'],
    loses: [`everything else on ${disk}`],
  });
});

describe('it is refused', () => {
  const withMachine = (changes: Partial<MachineView>) =>
    facts({ machines: new Map([[one, machine(0, changes)]]) });

  test('when the machine has another disk, other links, or another name', () => {
    const disks = [{ device: '/dev/sda', links: ['/dev/disk/by-id/usb-stick'], size: 16e9, root: false }];
    expect(messages(plan([one], withMachine({ disks })))).toEqual([
      `lenovo1: it has no disk ${disk}; it has /dev/disk/by-id/usb-stick (16 GB)`,
    ]);
    expect(messages(plan([one], withMachine({ macs: ['00:00:00:00:00:01'] })))).toEqual([
      'lenovo1: its old hardware still runs under its name: it has 00:00:00:00:00:01, and the inventory says 98:fa:9b:1c:2d:01',
    ]);
    const generation = { site: 'lab', hostname: three, variant: 'join', digest: digest('a') };
    expect(messages(plan([one], withMachine({ generation })))).toEqual([
      `lenovo1: the machine that answers says that it is ${three}`,
    ]);
  });

  test('when the cluster has it under two names: the other one may be the member that runs', () => {
    const nodes = ['lenovo1', ...hosts].map((name) => kubernetes(name));
    const members = hosts.map((name) => member(name));
    expect(messages(plan([one], facts({ cluster: { toldBy: two, nodes, members } })))).toEqual([
      `lenovo1: the cluster has 2 Nodes that may be it: lenovo1 and ${one}`,
    ]);
  });

  test('when it does not answer, unless somebody gives it up', () => {
    const dead = facts({ machines: new Map([[one, { answers: false, problem: 'no route' }]]) });
    expect(messages(plan([one], dead))).toEqual([
      'lenovo1: it does not answer: no route; neither its disk nor what it runs can be looked at',
    ]);
    expect(plan([one], dead, { replaceDead: true })).toMatchObject({
      refusals: [],
      nodes: [{ alive: false, disk: { proof: 'unseen' } }],
    });
  });

  test('when nothing can restart it', () => {
    const power = new Map([[one, [{ method: 'ipmi', usable: false, detail: 'no answer' }]]]);
    expect(messages(plan([one], facts({ power })))).toEqual([
      'lenovo1: nothing can make it boot from the network (ipmi: no answer)',
    ]);
  });

  test('when quorum would be lost', () => {
    const members = [member(one), member(two), member(three, { healthy: false })];
    const cluster = { toldBy: two, nodes: hosts.map((name) => kubernetes(name)), members };
    expect(messages(plan([one], facts({ cluster })))).toEqual([
      `lenovo1: etcd would have 1 healthy of 2 members, and needs 2: ${three} is down`,
    ]);
    // The one that is down may go.
    expect(messages(plan([three], facts({ cluster })))).toEqual([]);
  });

  test('when there is nothing to join', () => {
    expect(messages(plan([one], facts({ cluster: undefined })))).toEqual([
      'lenovo1: no server of the cluster answers, so there is nothing to join',
    ]);
    const nodes = [kubernetes(one), kubernetes(two, { ready: false }), kubernetes(three, { ready: false })];
    const cluster = { toldBy: one, nodes, members: undefined };
    expect(messages(plan([one], facts({ cluster })))).toEqual([
      'lenovo1: no other server is Ready, so it would have nothing to join',
      `: the server ${two} is out of the cluster: with another one, two would be`,
      `: the server ${three} is out of the cluster: with another one, two would be`,
    ]);
  });

  test('when a finalizer holds what somebody deleted', () => {
    const nodes = [kubernetes(one, { deleting: true }), kubernetes(two), kubernetes(three)];
    const cluster = { toldBy: two, nodes, members: hosts.map((name) => member(name)) };
    expect(messages(plan([one], facts({ cluster })))).toEqual([
      'lenovo1: somebody deleted it from the cluster, and a finalizer holds it',
    ]);
  });
});

describe('a new cluster', () => {
  test('is founded on the first server alone, where none answers', () => {
    const made = plan([one], facts({ cluster: undefined }), { bootstrap: true });
    expect(made).toMatchObject({ refusals: [], nodes: [{ variant: 'bootstrap', wanted: digest('c') }] });
  });

  test('is founded in the place of one that has no other server', () => {
    const cluster = { toldBy: one, nodes: [kubernetes(one)], members: [member(one)] };
    expect(messages(plan([one], facts({ cluster }), { bootstrap: true }))).toEqual([]);
    const more = { ...cluster, nodes: [kubernetes(one), kubernetes(two, { ready: false })] };
    expect(messages(plan([one], facts({ cluster: more }), { bootstrap: true }))).toEqual([
      `: a cluster answers at ${one}: a second one is never founded beside it`,
    ]);
  });

  test('never beside another, nor on another node', () => {
    expect(messages(plan([two], facts(), { bootstrap: true }))).toEqual([
      `: a cluster answers at ${two}: a second one is never founded beside it`,
      ': a new cluster is founded on its first server, and on no other node at the same time',
    ]);
  });
});

test('servers that are out of the cluster come first', () => {
  const nodes = [kubernetes(one), kubernetes(two), kubernetes(three)];
  const out = { toldBy: two, nodes, members: [member(one), member(two), member(three, { learner: true })] };
  expect(plan([one, three], facts({ cluster: out })).nodes.map(({ name }) => name)).toEqual([
    'lenovo3',
    'lenovo1',
  ]);
});

test('a new node need not answer, and its disk is erased unseen', () => {
  const nodes = [kubernetes(two), kubernetes(three)];
  const seen = facts({
    cluster: { toldBy: two, nodes, members: [member(two), member(three)] },
    machines: new Map([[one, { answers: false }]]),
  });
  expect(plan([one], seen)).toMatchObject({
    refusals: [],
    warnings: [`${one} is new and does not answer: ${disk} will be erased unseen`],
  });
});
