import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planAgainst } from '../../src/release/plan/against.ts';
import { planFindings } from '../../src/release/plan/findings.ts';
import { type Sample, type SampleNode, sampleRelease } from './sample.ts';

/** The plan of the one node of two releases, and the whole plan. */
async function planOne(before: SampleNode, after: SampleNode) {
  const plan = await planAgainst(
    sampleRelease({ nodes: { lenovo1: before } }),
    sampleRelease({ nodes: { lenovo1: after } }),
  );
  const [node] = plan.nodes;
  if (node === undefined) throw new Error('the plan has no node');
  return { plan, node, reasons: node.reasons.map(({ text }) => text) };
}

const files = (...list: object[]) =>
  JSON.stringify({ ignition: { version: '3.6.0' }, storage: { files: list } });

describe('the laws of plans', () => {
  const disk = fc.record({
    device: fc.constantFrom('/dev/x', '/dev/y'),
    filesystem: fc.constantFrom('xfs', 'ext4'),
    label: fc.constantFrom('a', 'b'),
    wipe: fc.boolean(),
  });
  const node: fc.Arbitrary<SampleNode> = fc.record({
    role: fc.constantFrom('server', 'agent'),
    ignition: fc.constantFrom('{"ignition":{}}', '{"ignition":{"version":"3.6.0"}}', 'not JSON'),
    config: fc.string(),
    macs: fc.constantFrom(['52:54:00:00:00:01'], ['52:54:00:00:00:02']),
    disks: fc.record({
      install: fc.constantFrom('/dev/a', '/dev/b'),
      keepPartitions: fc.subarray(['label=a', 'label=b']),
      extra: fc.uniqueArray(disk, { selector: ({ device }) => device }),
    }),
  });
  const sample: fc.Arbitrary<Sample> = fc.record({
    nodes: fc.dictionary(fc.constantFrom('a', 'b', 'c'), node, { noNullPrototype: true }),
    files: fc.dictionary(fc.constantFrom('boot.ipxe', 'x', 'y'), fc.string(), { noNullPrototype: true }),
  });

  test('a release against itself changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(sample, async (each) => {
        const release = sampleRelease(each);
        const plan = await planAgainst(release, release);
        expect(plan.counts.unchanged).toBe(plan.nodes.length);
        expect(plan.site).toEqual([]);
        for (const { reasons, risks, diff, newHardware } of plan.nodes) {
          expect([reasons, risks, diff, newHardware]).toEqual([[], [], undefined, false]);
        }
      }),
    );
  });

  test('names every node once, counts them, tells of risks exactly where data is at risk, and is plain JSON', async () => {
    await fc.assert(
      fc.asyncProperty(sample, sample, async (before, after) => {
        const [from, to] = [sampleRelease(before), sampleRelease(after)];
        const plan = await planAgainst(from, to);
        const names = new Set([...from.manifest.nodes, ...to.manifest.nodes].map(({ hostname }) => hostname));
        expect(plan.nodes.map(({ hostname }) => hostname)).toEqual([...names].sort());
        expect(Object.values(plan.counts).reduce((sum, each) => sum + each, 0)).toBe(names.size);
        for (const { change, risks } of plan.nodes) expect(risks.length > 0).toBe(change === 'dataAtRisk');
        expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
      }),
    );
  });

  test('adds every node where there is no release yet', async () => {
    const plan = await planAgainst(undefined, sampleRelease({ nodes: { a: {}, b: {} } }));
    expect(plan.counts).toEqual({ dataAtRisk: 0, reimage: 0, added: 2, removed: 0, unchanged: 0 });
    expect(plan).not.toHaveProperty('from');
    expect(plan.nodes[0]?.reasons).toEqual([
      { about: 'disk', text: 'its installation will erase /dev/disk/by-id/a' },
    ]);
  });
});

describe('reasons', () => {
  test('name the file, unit, user and key that changed, and the diff shows how', async () => {
    const { node, reasons } = await planOne(
      {
        config: 'a\nb\nc\n',
        ignition: JSON.stringify({
          passwd: { users: [{ name: 'core', sshAuthorizedKeys: ['x'] }] },
          storage: {
            files: [{ path: '/etc/a', contents: { source: 'data:,1' }, mode: 420 }, { path: '/etc/b' }],
          },
          systemd: { units: [{ name: 'a.service', enabled: true }] },
        }),
      },
      {
        config: 'a\nB\nc\n',
        ignition: JSON.stringify({
          passwd: { users: [{ name: 'core', sshAuthorizedKeys: ['y'] }] },
          storage: {
            files: [{ path: '/etc/a', contents: { source: 'data:,2' }, mode: 384 }, { path: '/etc/c' }],
          },
          systemd: { units: [{ name: 'a.service' }] },
        }),
      },
    );
    expect(node.change).toBe('reimage');
    expect(reasons).toEqual([
      'file /etc/a: contents, mode',
      'file /etc/c added',
      'file /etc/b removed',
      'unit a.service: enabled',
      'user core: sshAuthorizedKeys',
    ]);
    expect(node.diff).toBe('@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n');
  });

  test('name role, address, kernel arguments and image', async () => {
    const { reasons } = await planOne(
      { coreos: '44.1', kernelArguments: ['a', 'b'], install: '1' },
      { coreos: '44.2', kernelArguments: ['b', 'c'], install: '2', role: 'agent', address: 'dhcp' },
    );
    expect(reasons).toEqual([
      'role: server → agent',
      'address: 192.168.26.11 → dhcp',
      'Fedora CoreOS: 44.1 → 44.2',
      'kernel arguments: +c -a',
    ]);
  });

  test('name an order of kernel arguments, and the install script when nothing else explains the change', async () => {
    const order = await planOne({ kernelArguments: ['a', 'b'] }, { kernelArguments: ['b', 'a'] });
    expect(order.reasons).toEqual(['kernel arguments: another order']);
    expect((await planOne({ install: '1' }, { install: '2' })).reasons).toEqual(['install script changed']);
  });

  test('say that a boot script takes effect without a reimage', async () => {
    const { node, reasons } = await planOne({ script: '1' }, { script: '2' });
    expect(node.change).toBe('unchanged');
    expect(reasons).toEqual([
      'boot script ipxe/by-mac/52-54-00-00-00-10.ipxe changed (takes effect without a reimage)',
    ]);
  });

  test('leave out the file that follows every change', async () => {
    const nodes = (generation: string) => ({
      lenovo1: {
        ignition: files(
          { path: '/etc/a', mode: Number(generation) },
          { path: '/etc/gen', mode: Number(generation) },
        ),
      },
    });
    const plan = await planAgainst(
      sampleRelease({ nodes: nodes('1') }),
      sampleRelease({ nodes: nodes('2') }),
      {
        follows: (path) => path === '/etc/gen',
      },
    );
    expect(plan.nodes[0]?.reasons.map(({ text }) => text)).toEqual(['file /etc/a: mode']);
  });

  test('are read for as many nodes as asked for', async () => {
    const side = (config: string) =>
      sampleRelease({ nodes: { a: { config, ignition: config }, b: { config, ignition: config } } });
    const plan = await planAgainst(side('1'), side('2'), { detailed: 1 });
    expect(plan.nodes.map(({ change, diff }) => [change, diff !== undefined])).toEqual([
      ['reimage', true],
      ['reimage', false],
    ]);
  });

  test("of the site name settings and files that are no node's", async () => {
    const before = sampleRelease({ files: { 'boot.ipxe': '1', old: '' } });
    const after = sampleRelease({
      files: { 'boot.ipxe': '2', new: '' },
      site: {
        name: 'lab',
        domain: 'lab.home.lerenn.net',
        router: { address: '192.168.26.1', url: 'http://192.168.26.1/boot' },
        unknownMachines: 'ignore',
      },
      cluster: { version: 'v1.35.2+k3s1', source: 'router', servers: ['a'], firstServer: 'a' },
    });
    const plan = await planAgainst(before, after);
    expect(plan.counts.unchanged).toBe(1);
    expect(plan.site.map(({ text }) => text)).toEqual([
      'router URL: http://192.168.26.1/pilotlight → http://192.168.26.1/boot',
      'unknown machines: localBoot → ignore',
      'K3s version: none → v1.35.2+k3s1',
      'first server: none → a',
      'K3s servers: +a',
      'boot.ipxe changed',
      'new added',
      'old removed',
    ]);
  });
});

describe('data at risk', () => {
  const extra = { device: '/dev/x', filesystem: 'xfs', label: 'data', mount: '/var/data', wipe: false };
  const change = { install: '2' };

  test.each<[string, SampleNode, SampleNode, string[]]>([
    [
      'another install disk',
      {},
      { disks: { install: '/dev/disk/by-id/b' } },
      ['the install disk changes: everything on /dev/disk/by-id/b would be erased'],
    ],
    [
      'an install disk that was an extra disk',
      { disks: { extra: [extra] } },
      { disks: { install: '/dev/x' } },
      ['the install disk changes: everything on /dev/x, which was an extra disk with data, would be erased'],
    ],
    [
      'a partition that is no longer kept',
      { disks: { keepPartitions: ['label=a', 'index=5'] } },
      { disks: { keepPartitions: ['index=5'] }, ...change },
      ['the partition label=a on /dev/disk/by-id/a would no longer be kept'],
    ],
    [
      'a disk that every reinstall erases, whatever else changes',
      { disks: { extra: [{ ...extra, wipe: true }] } },
      { disks: { extra: [{ ...extra, wipe: true }] }, ...change },
      ['/dev/x would be erased (wipe: true)'],
    ],
    [
      'another file system',
      { disks: { extra: [extra] } },
      { disks: { extra: [{ ...extra, filesystem: 'ext4' }] }, ...change },
      [
        '/dev/x changes from xfs labelled data to ext4 labelled data: the installation fails, or its data is lost',
      ],
    ],
    [
      'the old install disk as an extra disk',
      {},
      { disks: { install: '/dev/b', extra: [{ ...extra, device: '/dev/disk/by-id/a' }] } },
      [
        'the install disk changes: everything on /dev/b would be erased',
        '/dev/disk/by-id/a was the install disk: what is on it would be lost as an extra disk',
      ],
    ],
  ])('is %s', async (_name, before, after, risks) => {
    const { node } = await planOne(before, after);
    expect(node.change).toBe('dataAtRisk');
    expect(node.risks).toEqual(risks);
  });

  test.each<[string, SampleNode, SampleNode]>([
    ['a new extra disk that is not erased', {}, { disks: { extra: [extra] }, ...change }],
    ['an extra disk that is no longer used', { disks: { extra: [extra] } }, change],
    ['another partition kept', {}, { disks: { keepPartitions: ['label=a'] }, ...change }],
    [
      'another mount point',
      { disks: { extra: [extra] } },
      { disks: { extra: [{ ...extra, mount: '/var/other' }] }, ...change },
    ],
  ])('is not %s', async (_name, before, after) => {
    const { node } = await planOne(before, after);
    expect([node.change, node.risks]).toEqual(['reimage', []]);
    expect(node.reasons.some(({ about }) => about === 'disk')).toBe(true);
  });

  test('is told of a disk that is erased only when the node is installed again', async () => {
    const disks = { extra: [{ ...extra, wipe: true }] };
    expect((await planOne({ disks }, { disks })).node.change).toBe('unchanged');
  });
});

describe('machines', () => {
  test('another MAC is new hardware, which has to be installed', async () => {
    const { node, reasons } = await planOne({ macs: ['52:54:00:00:00:01'] }, { macs: ['52:54:00:00:00:02'] });
    expect([node.change, node.newHardware]).toEqual(['reimage', true]);
    expect(reasons).toEqual(['MACs: +52:54:00:00:00:02 -52:54:00:00:00:01']);
  });

  test('one more MAC is the same machine', async () => {
    const { node } = await planOne(
      { macs: ['52:54:00:00:00:01'] },
      { macs: ['52:54:00:00:00:01', '52:54:00:00:00:02'] },
    );
    expect([node.change, node.newHardware]).toEqual(['unchanged', false]);
  });

  test('a new name for an old machine says what it was, and keeps its risks', async () => {
    const plan = await planAgainst(
      sampleRelease({ nodes: { old: { disks: { keepPartitions: ['label=a'] } } } }),
      sampleRelease({ nodes: { new: { install: '2' } } }),
    );
    expect(plan.nodes.map(({ name, change }) => [name, change])).toEqual([
      ['new', 'dataAtRisk'],
      ['old', 'removed'],
    ]);
    expect(plan.nodes[0]?.reasons[0]?.text).toBe(
      'host name: old.lab.home.lerenn.net → new.lab.home.lerenn.net',
    );
  });

  test('a variant that a reimage does not install is no reason for one', async () => {
    const variants = (digest: string) => {
      const { manifest } = sampleRelease();
      const [join] = manifest.nodes[0]?.variants ?? [];
      if (join === undefined) throw new Error('no variant');
      return { variants: [join, { ...join, variant: 'bootstrap', digest: digest as never }] as const };
    };
    const { node, reasons } = await planOne(variants('1'), variants('2'));
    expect(node.change).toBe('unchanged');
    expect(reasons).toEqual(['what the variant bootstrap would install changed']);
  });
});

describe('findings of a plan', () => {
  test('warn of data at risk and of new hardware at the places of disk and MACs', async () => {
    const { plan } = await planOne(
      { macs: ['52:54:00:00:00:01'] },
      { macs: ['52:54:00:00:00:02'], disks: { install: '/dev/b' } },
    );
    const findings = planFindings(plan, ({ name }, what) => ({
      file: `${name}.yaml`,
      line: what === 'macs' ? 1 : 2,
      column: 1,
    }));
    expect(findings.map(({ code, place, message, hint }) => [code, place.line, message, hint])).toEqual([
      [
        'PL4020',
        2,
        'lenovo1: the install disk changes: everything on /dev/b would be erased',
        'keep it, copy the data away first, or carry on if the loss is meant',
      ],
      [
        'PL4021',
        1,
        'lenovo1 is another machine than before',
        'MACs: +52:54:00:00:00:02 -52:54:00:00:00:01; install disk: /dev/disk/by-id/a → /dev/b',
      ],
    ]);
  });
});

describe('diffs', () => {
  test('are cut when they are long, and not made when nothing is alike', async () => {
    const lines = (word: string, count: number) =>
      Array.from({ length: count }, (_, at) => `${word}${at}\n`).join('');
    const long = (
      await planOne({ config: lines('a', 400), ignition: '1' }, { config: lines('b', 400), ignition: '2' })
    ).node.diff;
    expect(long?.split('\n')).toHaveLength(502);
    expect(long).toContain('\n(302 more lines)\n');
    const huge = (
      await planOne({ config: lines('a', 3000), ignition: '1' }, { config: lines('b', 3000), ignition: '2' })
    ).node.diff;
    expect(huge).toBe('(too different to compare: more than 2000 lines changed)\n');
  });
});
