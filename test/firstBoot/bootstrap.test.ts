import { describe, expect, test } from 'vitest';
import { cutAtName } from './cuts.ts';
import { nodes } from './lab/site.ts';
import { useLab } from './lab/useLab.ts';

const useServer1 = useLab(nodes.server1);
const wanted = { node: 'server1', variant: 'bootstrap' } as const;
const startFile = 'etc/rancher/k3s/config.yaml.d/50-pilotlight-start.yaml';
const founded = 'server founded - cluster-init=true';

describe('the first server', () => {
  test.for(['bash', 'busybox ash', 'dash'] as const)('founds a cluster (%s)', async (shell, context) => {
    const lab = await useServer1(context);
    const machine = await lab.machine({ ...wanted, shell }, context);
    const { units } = await machine.boot();
    expect(new Set(units.values())).toEqual(new Set(['done']));
    expect(machine.lab('k3s/starts')).toEqual([founded]);
    expect(machine.lab('k3s/installs')).toEqual([
      'install.sh server skip-download=true skip-selinux=true version=v1.34.1+k3s1',
    ]);
    expect(machine.has('etc/systemd/system/multi-user.target.wants/k3s.service')).toBe(true);
    // It never founds a second time, as nothing tells it to.
    expect(machine.text(startFile)).toBeUndefined();
    expect(machine.text('etc/rancher/k3s/config.yaml')).not.toMatch(/cluster-init|^server:/m);
    expect(machine.lab('unmodelled')).toEqual([]);
    const { armed } = await lab.view();
    expect(armed).toEqual([]);
  });

  test('does nothing any more when it boots again, but K3s goes on', async (context) => {
    const lab = await useServer1(context);
    const machine = await lab.machine(wanted, context);
    await machine.boot();
    const heard = await lab.heard();
    const { units } = await machine.boot();
    expect(units.get('pilotlight-k3s-install.service')).toBe('skipped');
    expect(machine.lab('k3s/starts')).toEqual([founded, 'server resumed - cluster-init=false']);
    expect(await lab.heard()).toEqual(heard);
  });

  test('joins, where a cluster lives, though names do not resolve', async (context) => {
    const lab = await useServer1(context);
    await lab.siblings.are({ '192.168.26.13': { kind: 'answers', ca: lab.ca } });
    const machine = await lab.machine({ ...wanted, dns: false }, context);
    await machine.boot();
    expect(machine.lab('k3s/starts')).toEqual([
      'server joined https://192.168.26.13:6443 cluster-init=false',
    ]);
    expect(machine.text(startFile)).toBe('server: "https://192.168.26.13:6443"\n');
    expect(machine.journal('pilotlight-k3s-install')).toContain('a cluster answers at 192.168.26.13');
  });

  test('joins a cluster that answers late', async (context) => {
    const lab = await useServer1(context);
    await lab.siblings.are({ '192.168.26.12': { kind: 'later', ca: lab.ca, after: 4 } });
    const machine = await lab.machine(wanted, context);
    await machine.boot();
    expect(machine.lab('k3s/starts')).toEqual([
      'server joined https://server2.lab.example:6443 cluster-init=false',
    ]);
  });

  test('founds nothing while the router is away, as its own network may be what is broken', async (context) => {
    const lab = await useServer1(context);
    const machine = await lab.machine(wanted, context);
    await machine.boot({
      attempts: 1,
      onEnd: async (unit) => {
        if (unit === 'pilotlight-k3s-fetch.service') lab.router.stop();
      },
    });
    expect(machine.lab('k3s/starts')).toEqual([]);
    expect(machine.lab('k3s/installs')).toEqual([]);
    expect(machine.journal('pilotlight-k3s-install')).toContain(
      'the router does not answer: no cluster is founded',
    );
    await lab.router.start();
    await machine.boot();
    expect(machine.lab('k3s/starts')).toEqual([founded]);
  });

  test('founds nothing beside a cluster of another CA than the one it was told of', async (context) => {
    const lab = await useServer1(context);
    await lab.siblings.are({ '192.168.26.12': { kind: 'answers', ca: lab.otherCa } });
    const machine = await lab.machine({ ...wanted, token: `K10${lab.ca.hash}::server:secret` }, context);
    await machine.boot();
    expect(machine.lab('k3s/starts')).toEqual([]);
    expect((await lab.heard()).at(-1)).toMatch(
      /^failed unit=pilotlight-k3s-install\.service text=.*wrong CA: server2/,
    );
  });

  test('goes on with its own cluster, whoever else answers by now', async (context) => {
    const lab = await useServer1(context);
    const machine = await cutAtName(lab, wanted, 'k3s founded', context);
    await lab.siblings.are({ '192.168.26.12': { kind: 'answers', ca: lab.ca } });
    await machine.boot();
    expect(machine.lab('k3s/starts').filter((line) => !line.includes('resumed'))).toEqual([founded]);
    expect(machine.text(startFile)).toBeUndefined();
    expect((await lab.heard()).at(-1)).toMatch(/^ready /);
  });

  test.for(['install.sh wrote the unit', 'k3s has a name for etcd'])(
    'joins the cluster that came to be while it was off, cut at: %s',
    async (step, context) => {
      const lab = await useServer1(context);
      const machine = await cutAtName(lab, wanted, step, context);
      expect(machine.text(startFile)).toBe('cluster-init: true\n');
      await lab.siblings.are({ '192.168.26.12': { kind: 'answers', ca: lab.ca } });
      await machine.boot();
      expect(machine.lab('k3s/starts')).toEqual([
        'server joined https://server2.lab.example:6443 cluster-init=false',
      ]);
      expect(machine.text(startFile)).toBe('server: "https://server2.lab.example:6443"\n');
      expect((await lab.heard()).at(-1)).toMatch(/^ready /);
    },
  );

  test('is done when its API server is, where no network of pods comes with K3s', async (context) => {
    const lab = await useServer1(context);
    const machine = await lab.machine({ ...wanted, k3s: '  cni: none\n' }, context);
    machine.set('k3s/readyAfter', 'never');
    await machine.boot();
    expect((await lab.heard()).at(-1)).toMatch(/^ready /);
  });

  test('has the networks of the cluster in its settings, and no folder of plugins', async (context) => {
    const lab = await useServer1(context);
    const machine = await lab.machine(wanted, context);
    const config = machine.text('etc/rancher/k3s/config.yaml');
    expect(config).toContain('cluster-cidr: "10.42.0.0/16"\n');
    expect(config).toContain('service-cidr: "10.43.0.0/16"\n');
    expect(config).toContain('flannel-backend: "vxlan"\n');
  });
});
