import { describe, expect, test } from 'vitest';
import type { Node, Variant } from '../../../src/inventory/model/node.ts';
import { changedNodes } from '../../../src/reimage/plan/changed.ts';
import { driftOf, type Wanted } from '../../../src/reimage/plan/drift.ts';
import type { KubernetesNode, MachineView, SiteFacts } from '../../../src/reimage/plan/facts.ts';
import { type LastReimage, nodeStatus } from '../../../src/reimage/plan/nodeStatus.ts';
import type { Digest } from '../../../src/shared/digest.ts';

const digest = (letter: string) => letter.repeat(64) as Digest;
const hostname = 'lenovo1.lab.home.lerenn.net';

const wanted = (changes: Partial<Wanted> = {}): Wanted => ({
  released: new Map([
    [
      hostname,
      {
        variants: [
          { variant: 'join', digest: digest('a') },
          { variant: 'bootstrap', digest: digest('b') },
        ],
      },
    ],
  ]),
  cluster: { version: 'v1.35.2+k3s1', upgrade: 'reimage' },
  ...changes,
});

const runs = (
  letter: string,
  variant: Variant = 'join',
  changes: Partial<MachineView> = {},
): MachineView => ({
  answers: true,
  generation: { site: 'lab', hostname, variant, digest: digest(letter), release: digest('e') },
  ...changes,
});

const inCluster = (version = 'v1.35.2+k3s1', name = 'lenovo1'): KubernetesNode => ({
  name,
  ready: true,
  cordoned: false,
  deleting: false,
  server: true,
  version,
  labels: {},
  annotations: {},
  taints: [],
});

const facts = (machine?: MachineView, nodes?: readonly KubernetesNode[]): SiteFacts => ({
  release: digest('e'),
  cluster: nodes === undefined ? undefined : { toldBy: 'lenovo2', nodes, members: undefined },
  machines: new Map(machine === undefined ? [] : [[hostname, machine]]),
  power: new Map(),
});

describe('whether a node is what the release says', () => {
  test.each<
    [string, MachineView | undefined, readonly KubernetesNode[] | undefined, Partial<Wanted>, string, RegExp]
  >([
    ['it runs what it should', runs('a'), [inCluster()], {}, 'same', /^$/],
    ['as the variant that founded the cluster', runs('b', 'bootstrap'), [inCluster()], {}, 'same', /^$/],
    [
      'with the digest of another variant',
      runs('b', 'join'),
      [inCluster()],
      {},
      'differs',
      /another generation/,
    ],
    ['as a variant that is no more', runs('c', 'agent'), undefined, {}, 'differs', /installed as agent/],
    ['it runs another generation', runs('c'), [inCluster()], {}, 'differs', /another generation/],
    [
      'another K3s',
      runs('a'),
      [inCluster('v1.34.1+k3s1')],
      {},
      'differs',
      /K3s v1\.34\.1\+k3s1, and not v1\.35\.2/,
    ],
    [
      'another K3s, which is brought in place',
      runs('a'),
      [inCluster('v1.34.1+k3s1')],
      { cluster: { version: 'v1.35.2+k3s1', upgrade: 'inPlace' } },
      'same',
      /^$/,
    ],
    [
      'another K3s by its own word, as no cluster answers',
      runs('a', 'join', { k3s: { version: 'v1.34.1+k3s1', active: true } }),
      undefined,
      {},
      'differs',
      /K3s v1\.34\.1/,
    ],
    [
      'what the cluster says goes before the program on its disk',
      runs('a', 'join', { k3s: { version: 'v1.34.1+k3s1', active: true } }),
      [inCluster()],
      {},
      'same',
      /^$/,
    ],
    [
      'another CoreOS, which updates itself',
      runs('a', 'join', { coreos: '41.1' }),
      [inCluster()],
      {},
      'same',
      /^$/,
    ],
    ['no cluster in the release', runs('a'), [inCluster('v1')], { cluster: undefined }, 'same', /^$/],
    [
      'no answer',
      { answers: false, problem: 'refused' },
      [inCluster()],
      {},
      'unknown',
      /does not answer: refused/,
    ],
    ['no answer, and another K3s', { answers: false }, [inCluster('v1')], {}, 'differs', /K3s v1/],
    ['not asked', undefined, undefined, {}, 'unknown', /not asked/],
    ['no generation file', { answers: true }, [inCluster()], {}, 'unknown', /no generation file/],
    [
      'no generation file, and no cluster to ask',
      { answers: true },
      undefined,
      {},
      'unknown',
      /no generation/,
    ],
    ['not in the cluster', { answers: false, problem: 'x' }, [], {}, 'differs', /cluster does not have it/],
    [
      'in no release',
      runs('a'),
      [inCluster()],
      { released: new Map() },
      'unknown',
      /release .* does not have it/,
    ],
    [
      'another node at its address',
      runs('c', 'join', {
        generation: { site: 'lab', hostname: 'lenovo9.lab', variant: 'join', digest: digest('c') },
      }),
      [inCluster()],
      {},
      'unknown',
      /says that it is lenovo9\.lab/,
    ],
  ])('%s', (_name, machine, nodes, changes, state, because) => {
    const drift = driftOf(hostname, wanted(changes), facts(machine, nodes));
    expect(drift.state).toBe(state);
    expect('because' in drift ? drift.because : '').toMatch(because);
  });

  test('a node without K3s that does not answer is not taken for new', () => {
    const released = new Map([
      [hostname, { variants: [{ variant: 'none', digest: digest('a') }] }],
    ]) as Wanted['released'];
    expect(driftOf(hostname, wanted({ released }), facts({ answers: false }, [])).state).toBe('unknown');
  });
});

test('--changed takes those that differ, with why, and names those of which it cannot be told', () => {
  const others = ['same', 'old', 'silent'].map((name) => `${name}.lab`);
  const released = new Map(
    others.map((name) => [name, { variants: [{ variant: 'agent', digest: digest('a') }] }] as const),
  ) as Wanted['released'];
  const generation = (name: string, letter: string) =>
    ({
      answers: true,
      generation: { site: 'lab', hostname: name, variant: 'agent', digest: digest(letter) },
    }) as const;
  const seen: SiteFacts = {
    ...facts(),
    machines: new Map<string, MachineView>([
      ['same.lab', generation('same.lab', 'a')],
      ['old.lab', generation('old.lab', 'f')],
      ['silent.lab', { answers: false }],
    ]),
  };
  const { changed, unknown } = changedNodes(others, wanted({ released }), seen);
  expect([...changed]).toEqual([['old.lab', 'it runs another generation']]);
  expect([...unknown]).toEqual([['silent.lab', 'it does not answer']]);
});

test('the status of nodes has what was seen, and nothing that was not', () => {
  const node = { name: 'lenovo1', hostname, role: 'server' } as Node;
  const history: LastReimage[] = [
    { hostname, run: 'r1', at: 1, outcome: 'failed', release: digest('d') },
    { hostname: 'other', run: 'r3', at: 3, outcome: 'done', release: digest('d') },
    { hostname, run: 'r2', at: 2, outcome: 'done', release: digest('e') },
  ];
  const machine = runs('b', 'bootstrap', { coreos: '43.1' });
  expect(nodeStatus([node], wanted(), facts(machine, [inCluster()]), history)).toEqual([
    {
      inInventory: true,
      name: 'lenovo1',
      hostname,
      role: 'server',
      answers: true,
      problem: undefined,
      wanted: digest('b'),
      running: digest('b'),
      release: digest('e'),
      variant: 'bootstrap',
      coreos: '43.1',
      k3s: 'v1.35.2+k3s1',
      ready: true,
      cordoned: false,
      drift: { state: 'same' },
      lastReimage: history[2],
    },
  ]);
  const [nothing] = nodeStatus([node], wanted({ released: new Map() }), facts());
  expect(nothing).toMatchObject({
    answers: undefined,
    wanted: undefined,
    running: undefined,
    ready: undefined,
  });
});

describe('new hardware under an old name', () => {
  const hardware = (mac: string, disk: string): Wanted['released'] =>
    new Map([
      [hostname, { variants: [{ variant: 'join', digest: digest('a') }], hardware: { macs: [mac], disk } }],
    ]);
  const first = '98:fa:9b:00:00:01';
  const second = '98:fa:9b:00:00:02';
  const reason = (mac: string, disk: string, machine: MachineView | undefined) =>
    driftOf(
      hostname,
      { ...wanted(), released: hardware(mac, disk), before: hardware(first, '/dev/a') },
      facts(machine, [inCluster()]),
    );

  test('is seen while the old machine runs', () => {
    const old = { ...runs('a'), macs: [first] };
    expect(reason(first, '/dev/a', old)).toEqual({ state: 'same' });
    expect(reason(second, '/dev/a', old)).toEqual({
      state: 'differs',
      because: `it is new hardware: ${second} is to be it, and a machine with ${first} still runs under its name`,
    });
    const disks = [{ device: '/dev/sda', links: ['/dev/a'], size: 1, root: true }];
    expect(reason(first, '/dev/a', { ...old, disks })).toEqual({ state: 'same' });
    expect(reason(first, '/dev/b', { ...old, disks })).toEqual({
      state: 'differs',
      because: 'it is to be on /dev/b, and runs from /dev/sda',
    });
  });

  test('is seen when nothing answers, by what the release before said', () => {
    const silent = { answers: false, problem: 'no route' };
    expect(reason(first, '/dev/a', silent).state).toBe('unknown');
    expect(reason(second, '/dev/a', silent)).toEqual({
      state: 'differs',
      because: `it is new hardware: ${second} in place of ${first}`,
    });
    expect(reason(first, '/dev/b', silent)).toEqual({
      state: 'differs',
      because: 'it has a new disk: /dev/b in place of /dev/a',
    });
  });
});
