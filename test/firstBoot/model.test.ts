import { describe, expect, test } from 'vitest';
import type { Skipping } from '../tools/tools.ts';
import type { Lab } from './lab/lab.ts';
import type { Machine } from './lab/machine.ts';
import { nodes } from './lab/site.ts';
import { useLab } from './lab/useLab.ts';

const useServer2 = useLab(nodes.server2);
const data = 'var/lib/rancher/k3s/server/db';

/** The starts of a K3s that was installed, has lost its database, and is told this besides. */
async function startsWith(
  text: string,
  context: Skipping,
  change: (lab: Lab) => Promise<void> = async () => {},
): Promise<{ starts: string[]; machine: Machine }> {
  const lab = await useServer2(context);
  await lab.siblings.are({ '192.168.26.11': { kind: 'answers', ca: lab.ca } });
  const token = `K10${lab.ca.hash}::server:secret`;
  const machine = await lab.machine({ node: 'server2', variant: 'join', token }, context);
  await machine.boot();
  const before = machine.lab('k3s/starts');
  machine.removeFolder(data);
  machine.write('etc/rancher/k3s/config.yaml.d/90-other.yaml', text);
  await change(lab);
  await machine.boot();
  return { starts: machine.lab('k3s/starts').slice(before.length), machine };
}

/** The lab would show nothing if its K3s took everything. */
describe('the K3s of the lab', () => {
  test.for([
    ['cluster-init beside a server', 'cluster-init: true\n', 'cluster-init beside a server'],
    ['several servers', 'server:\n  - "https://a:6443"\n  - "https://b:6443"\n', 'several servers'],
  ] as const)('does not start with %s', async ([, text, said], context) => {
    const { starts, machine } = await startsWith(text, context);
    expect(starts).toEqual([]);
    expect(machine.journal('k3s')).toContain(said);
  });

  test('does not join a cluster whose CA is not that of its token', async (context) => {
    const { starts, machine } = await startsWith('', context, (lab) =>
      lab.siblings.are({ '192.168.26.11': { kind: 'answers', ca: lab.otherCa } }),
    );
    expect(starts).toEqual([]);
    expect(machine.journal('k3s')).toContain('token CA hash does not match');
  });

  test('founds a cluster by itself, where it is told nothing', async (context) => {
    const { starts } = await startsWith('server: ""\n', context);
    expect(starts).toEqual(['server founded - cluster-init=false']);
  });
});
