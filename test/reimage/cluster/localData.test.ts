import { expect, test } from 'vitest';
import { readLocalData } from '../../../src/reimage/cluster/localData.ts';
import { addPod, domain, newModel } from '../../fakes/cluster/model.ts';
import { modelTools } from '../../fakes/cluster/tools.ts';

test('volumes of one node alone, and folders that pods write to', async () => {
  const model = newModel();
  const [one, two] = [`one.${domain}`, `two.${domain}`];
  model.volumes.push(
    { name: 'pvc-1', claim: 'default/data', path: '/var/lib/rancher/k3s/storage/pvc-1', node: one },
    { name: 'pvc-2', claim: 'default/far', path: '/export' },
    // Its label is the short name, its Node's the full one.
    { name: 'pvc-3', claim: 'db/log', path: '/srv', node: 'two' },
  );
  addPod(model, 'db-0', 'one', { owner: 'StatefulSet', hostPath: '/srv/my data' });
  addPod(model, 'logs', 'one', { owner: 'DaemonSet', hostPath: '/srv/logs' });
  addPod(model, 'clock', 'one', { hostPath: '/etc/localtime' });
  addPod(model, 'etc', 'two', { hostPath: '/etcetera' });
  expect(Object.fromEntries(await readLocalData(modelTools(model), [one, two, `three.${domain}`]))).toEqual({
    [one]: {
      volumes: ['the volume default/data (pvc-1, in /var/lib/rancher/k3s/storage/pvc-1)'],
      pods: [`default/db-0 keeps something in /srv/my data of ${one}, which nothing takes elsewhere`],
    },
    [two]: {
      volumes: ['the volume db/log (pvc-3, in /srv)'],
      pods: [`default/etc keeps something in /etcetera of ${two}, which nothing takes elsewhere`],
    },
    [`three.${domain}`]: { volumes: [], pods: [] },
  });
});
