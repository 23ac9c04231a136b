import { describe, expect, test } from 'vitest';
import { useLab } from './lab/lab.ts';
import { nodes } from './lab/site.ts';

const useServer2 = useLab(nodes.server2);
const wanted = { node: 'server2', variant: 'join' } as const;
const dropIn = 'etc/rancher/k3s/config.yaml.d/90-other.yaml';

/** The lab would show nothing if its K3s took everything. */
describe('the K3s of the lab', () => {
  test.for([
    ['cluster-init beside a server', 'cluster-init: true\n', 'cluster-init beside a server'],
    ['several servers', 'server:\n  - "https://a:6443"\n  - "https://b:6443"\n', 'several servers'],
  ] as const)('does not start with %s', async ([, text, said], context) => {
    const lab = await useServer2(context);
    await lab.siblings.are({ '192.168.26.11': { kind: 'answers', ca: lab.ca } });
    const machine = await lab.machine(wanted, context);
    machine.makeFolder('etc/rancher/k3s/config.yaml.d');
    machine.write(dropIn, text);
    await machine.boot({ attempts: 1 });
    expect(machine.lab('k3s/starts')).toEqual([]);
    expect(machine.journal('k3s')).toContain(said);
  });

  test('does not join a cluster whose CA is not that of its token', async (context) => {
    const lab = await useServer2(context);
    await lab.siblings.are({ '192.168.26.11': { kind: 'answers', ca: lab.otherCa } });
    const k3s = `  caSha256: ${lab.otherCa.hash}\n`;
    const machine = await lab.machine({ ...wanted, k3s, token: `K10${lab.ca.hash}::server:s` }, context);
    await machine.boot({ attempts: 1 });
    expect(machine.lab('k3s/starts')).toEqual([]);
    expect(machine.journal('k3s')).toContain('token CA hash does not match');
  });

  test('founds a cluster by itself, where it is told nothing', async (context) => {
    const lab = await useServer2(context);
    await lab.siblings.are({ '192.168.26.11': { kind: 'answers', ca: lab.ca } });
    const machine = await lab.machine(wanted, context);
    machine.makeFolder('etc/rancher/k3s/config.yaml.d');
    machine.write(dropIn, 'server: ""\n');
    await machine.boot({ attempts: 1 });
    expect(machine.lab('k3s/starts')).toEqual(['server founded - cluster-init=false']);
  });
});
