import { readdirSync, rmSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ReimageOptions } from '../../../src/app/reimage/options.ts';
import { reimage } from '../../../src/app/reimage/reimage.ts';
import type { SshDestination } from '../../../src/ports/remoteShell.ts';
import { Failure } from '../../../src/shared/failure.ts';
import { edit } from '../../cli/pilotlight.ts';
import { modelKubectl } from '../../fakes/cluster/kubectl.ts';
import { selection, useDeployedLab } from '../arm/lab.ts';
import { ReimageLab } from './lab.ts';

const lab = useDeployedLab();
beforeEach(() => {
  for (const name of readdirSync('storage/pilotlight/state').filter((each) => /^(reimage|lock\.)/.test(each)))
    rmSync(`storage/pilotlight/state/${name}`, { recursive: true });
});

const usual: ReimageOptions = {
  nodes: ['lenovo2'],
  planOnly: false,
  bootstrap: false,
  replaceDead: false,
  deleteEmptyDirData: false,
  force: false,
  drainSeconds: 300,
  agentsAtATime: 1,
  armSeconds: 1800,
};

describe('with a kubeconfig', () => {
  const kubeconfig = { file: '/etc/pilotlight-test/kubeconfig', context: 'lab' };

  test('the API is asked with it, and etcd over SSH', async () => {
    const site = new ReimageLab(lab.world);
    const overSsh: string[] = [];
    const kubectl = modelKubectl(site.cluster, undefined, 'lab');
    const { outcome, plan } = await reimage(
      selection,
      { ...usual, kubeconfig },
      {
        ...site.world,
        kubectl: async (choice) => {
          expect(choice).toEqual(kubeconfig);
          return kubectl;
        },
        k3sServer: (shell, hostname) => ({
          ...site.world.k3sServer(shell, hostname),
          kubectl: modelKubectl(site.cluster, (line) => void overSsh.push(line), hostname),
        }),
      },
    );
    expect(outcome?.phase).toBe('done');
    expect(plan.quorum).toMatchObject({ voters: 3, healthy: 3 });
    expect(plan.warnings).toEqual([]);
    expect(overSsh).toEqual([]);
    expect(kubectl.calls).toEqual(expect.arrayContaining(['cordon lenovo2', 'uncordon lenovo2']));
  });

  test('where no server answers over SSH, etcd is what K3s noted, and that is told', async () => {
    const site = new ReimageLab(lab.world);
    const { plan } = await reimage(
      selection,
      { ...usual, kubeconfig, planOnly: true, replaceDead: true },
      {
        ...site.world,
        shells: { open: () => Promise.reject(new Failure('world', 'no route')) },
        kubectl: async () => modelKubectl(site.cluster, undefined, 'lab'),
      },
    );
    expect(plan.warnings.join()).toContain('etcd itself could not be asked');
  });

  test('that means another cluster, nothing is done', async () => {
    const site = new ReimageLab(lab.world);
    const other = new ReimageLab(lab.world).cluster;
    other.nodes = other.nodes.map((node) => ({ ...node, address: `10.${node.address.slice(4)}` }));
    const world = { ...site.world, kubectl: async () => modelKubectl(other, undefined, 'staging') };
    await expect(reimage(selection, { ...usual, kubeconfig }, world)).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('kubeconfig:staging is not the cluster of lab'),
    });
    expect(site.done).toEqual([]);
  });
});

describe('through the router', () => {
  test('each node is reached with the router as its jump host', async () => {
    const site = new ReimageLab(lab.world);
    const asked: SshDestination[] = [];
    const world = {
      ...site.world,
      shells: {
        open: (destination: SshDestination) => {
          asked.push(destination);
          return site.world.shells.open(destination);
        },
      },
    };
    expect((await reimage(selection, { ...usual, jumpRouter: true }, world)).outcome?.phase).toBe('done');
    expect(asked.length).toBeGreaterThan(3);
    expect(new Set(asked.map(({ jump }) => `${jump?.user}@${jump?.host}:${jump?.port}`))).toEqual(
      new Set(['root@192.168.26.1:22']),
    );
    expect(asked.every(({ jump }) => (jump?.hostKeys.length ?? 0) > 0)).toBe(true);
  });

  test('not where that is behind another host itself', async () => {
    const site = new ReimageLab(lab.world);
    edit('inventory/site.yaml', '  ssh:\n', '  ssh:\n    jump: { host: bastion.example.org }\n');
    await expect(reimage(selection, { ...usual, jumpRouter: true }, site.world)).rejects.toMatchObject({
      kind: 'usage',
      message: expect.stringContaining('two hops are not supported'),
      next: expect.stringContaining('through bastion.example.org'),
    });
    edit('inventory/site.yaml', '  ssh:\n    jump: { host: bastion.example.org }\n', '  ssh:\n');
  });
});
