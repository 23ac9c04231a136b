import { describe, expect, test } from 'vitest';
import { type DrainProgress, drain } from '../../../src/reimage/cluster/drain/drain.ts';
import { addPod, type Model, newModel } from '../../fakes/cluster/model.ts';
import { type ModelToolsOptions, modelTools } from '../../fakes/cluster/tools.ts';

const node = 'four.lab.example.org';
const careful = { deleteEmptyDirData: false, force: false, timeoutSeconds: 120 };
const web = { labels: { app: 'web' } };

interface Options extends ModelToolsOptions {
  readonly choices?: Partial<typeof careful>;
  readonly answers?: boolean;
  readonly onProgress?: (progress: DrainProgress) => void;
}

const run = (model: Model, { choices = {}, answers = true, onProgress, ...options }: Options = {}) =>
  drain(modelTools(model, options), { node, choices: { ...careful, ...choices }, answers }, onProgress);

/** A cluster whose pods of one application may not be fewer than some. */
function guarded(wanted: number, pods: number): Model {
  const model = newModel();
  model.budgets.push({ namespace: 'default', name: 'web', selector: web.labels, wanted });
  for (let index = 0; index < pods; index += 1) addPod(model, `web-${index}`, 'four', web);
  return model;
}

describe('a drain', () => {
  test('cordons, and makes pods come up elsewhere; those of DaemonSets and static ones stay', async () => {
    const model = newModel();
    addPod(model, 'web', 'four');
    addPod(model, 'done', 'four', { phase: 'Succeeded', emptyDir: true });
    addPod(model, 'agent', 'four', { owner: 'DaemonSet', emptyDir: true });
    addPod(model, 'ended', 'four', { owner: 'DaemonSet', phase: 'Failed' });
    addPod(model, 'static', 'four', { owner: 'Node', mirror: true });
    addPod(model, 'other', 'two');
    expect(await run(model)).toEqual({ node: 'drained', evicted: 3, left: [] });
    expect(model.nodes[3]?.cordoned).toBe(true);
    expect(model.pods.filter((pod) => pod.node === node).map(({ name }) => name)).toEqual([
      'agent',
      'static',
    ]);
    expect(model.pods).toHaveLength(4);
  });

  test('of a node without pods does not wait; of one that is gone says so', async () => {
    const model = newModel();
    expect(await run(model)).toEqual({ node: 'drained', evicted: 0, left: [] });
    expect(model.clock).toBe(0);
    model.nodes.splice(3, 1);
    expect(await run(model)).toEqual({ node: 'absent', evicted: 0, left: [] });
  });

  test('tells how many are left', async () => {
    const model = guarded(1, 3);
    const told: DrainProgress[] = [];
    await run(model, { onProgress: (progress) => told.push(progress) });
    expect(told[0]).toEqual({
      total: 3,
      left: ['default/web-0', 'default/web-1', 'default/web-2'],
      blocked: ['default/web-2'],
    });
    expect(told.at(-1)).toEqual({ total: 3, left: [], blocked: [] });
  });

  test('does not touch the pod of a StatefulSet that came back elsewhere', async () => {
    const model = newModel();
    addPod(model, 'db-0', 'four', { owner: 'StatefulSet' });
    let moved = false;
    const fault = (words: string) => {
      const [pod] = model.pods;
      if (!words.startsWith('create') || moved || pod === undefined) return undefined;
      moved = true;
      Object.assign(pod, { uid: 'another', node: 'one.lab.example.org' });
      return undefined;
    };
    expect((await run(model, { fault })).evicted).toBe(1);
    expect(model.pods[0]?.endsAt).toBeUndefined();
  });

  test('does not wait for pods that come although it is cordoned', async () => {
    const model = newModel();
    addPod(model, 'web', 'four');
    let added = 0;
    const meanwhile = () => {
      added += 1;
      addPod(model, `stubborn-${added}`, 'four');
    };
    expect((await run(model, { meanwhile })).evicted).toBe(1);
    expect(added).toBeGreaterThan(0);
  });

  test('ends when it is stopped', async () => {
    const stop = new AbortController();
    const model = guarded(1, 1);
    const meanwhile = () => stop.abort();
    await expect(run(model, { meanwhile, signal: stop.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});

describe('what would be lost', () => {
  test('is refused at once, all of it, before anything is evicted', async () => {
    const model = newModel();
    addPod(model, 'web', 'four');
    addPod(model, 'scratch-1', 'four', { emptyDir: true });
    addPod(model, 'bare', 'four', { owner: undefined } as object);
    const bare = model.pods[2];
    expect(bare?.owner).toBeUndefined();
    await expect(run(model)).rejects.toMatchObject({
      kind: 'refused',
      message: `${node} was not drained: nothing brings these pods back: default/bare; what is in emptyDir volumes of these pods would be lost: default/scratch-1 (scratch)`,
      next: expect.stringContaining('--force lets the former go, --delete-emptydir-data lets the latter go'),
    });
    expect(model.pods.every(({ endsAt }) => endsAt === undefined)).toBe(true);
  });

  test('goes where it is allowed', async () => {
    const model = newModel();
    addPod(model, 'scratch-1', 'four', { emptyDir: true });
    addPod(model, 'bare', 'four', { owner: undefined } as object);
    const choices = { deleteEmptyDirData: true, force: true };
    expect((await run(model, { choices })).evicted).toBe(2);
  });
});

describe('a budget', () => {
  test('is waited for while it lets one after the other go', async () => {
    const model = guarded(2, 3);
    expect((await run(model)).evicted).toBe(3);
  });

  test('that never does is named with its pods when the time is up', async () => {
    const model = guarded(2, 2);
    addPod(model, 'free', 'four');
    await expect(run(model)).rejects.toMatchObject({
      message: `${node} is not drained after 120 s: default/web-0 (PodDisruptionBudget web wants 2 healthy, and 2 are), default/web-1 (PodDisruptionBudget web wants 2 healthy, and 2 are)`,
      next: expect.stringContaining('another replica elsewhere'),
    });
    expect(model.clock).toBe(120_000);
    expect(model.pods.filter(({ name }) => name === 'free')).toEqual([]);
  });

  test("of Longhorn's is explained", async () => {
    const model = newModel();
    const labels = { 'longhorn.io/component': 'instance-manager', 'longhorn.io/node': 'four' };
    model.budgets.push({
      namespace: 'longhorn-system',
      name: 'instance-manager-1f',
      selector: labels,
      wanted: 1,
    });
    addPod(model, 'instance-manager-1f', 'four', {
      namespace: 'longhorn-system',
      owner: 'InstanceManager',
      labels,
    });
    await expect(run(model)).rejects.toMatchObject({ next: expect.stringContaining('node-drain-policy') });
  });

  test('beside another one lets nobody evict: that is said at once', async () => {
    const model = guarded(0, 1);
    model.budgets.push({ namespace: 'default', name: 'too', selector: web.labels, wanted: 0 });
    await expect(run(model)).rejects.toThrow('default/web-0 (This pod has more than one PodDisruptionBudget');
    expect(model.clock).toBe(0);
  });
});

describe('pods that do not end', () => {
  test('are named, with what holds them', async () => {
    const model = newModel();
    addPod(model, 'held', 'four', { finalizers: ['example.org/wait'] });
    await expect(run(model)).rejects.toThrow(
      'default/held (it is ending, with 30 s to do so, and example.org/wait holds it)',
    );
  });

  test('that have ended, but for what holds them: who has to let go is told', async () => {
    const model = newModel();
    addPod(model, 'held', 'four', { finalizers: ['example.org/wait', 'example.org/too'], deletionGrace: 0 });
    await expect(run(model)).rejects.toMatchObject({
      message: expect.stringContaining(
        'default/held (it has ended, and example.org/wait and example.org/too hold it)',
      ),
      next: expect.stringContaining('Who set these finalizers has to let go of the pods'),
    });
  });

  test('because the kubelet is silent: that is said', async () => {
    const model = newModel();
    addPod(model, 'web', 'four');
    Object.assign(model.nodes[3] ?? {}, { up: false });
    await expect(run(model)).rejects.toMatchObject({
      message: expect.stringContaining('its kubelet does not answer (Kubelet stopped posting node status.)'),
      next: expect.stringContaining('--replace-dead'),
    });
  });

  test('of a machine that is given up are told to go, and not waited for beyond their grace', async () => {
    const model = guarded(2, 2);
    addPod(model, 'db', 'four', { grace: 60 });
    Object.assign(model.nodes[3] ?? {}, { up: false });
    expect(await run(model, { answers: false })).toEqual({
      node: 'drained',
      evicted: 0,
      left: ['default/web-0', 'default/web-1', 'default/db'],
    });
    expect(model.pods.find(({ name }) => name === 'db')?.endsAt).toBeDefined();
    expect(model.clock).toBe(60_000);
  });

  test('of such a machine have the time that somebody gave them who deleted them before', async () => {
    const model = newModel();
    addPod(model, 'db', 'four', { grace: 60, deletionGrace: 10, endsAt: 0 });
    Object.assign(model.nodes[3] ?? {}, { up: false });
    expect((await run(model, { answers: false })).left).toEqual(['default/db']);
    expect(model.clock).toBe(10_000);
  });

  test('of such a machine never make it fail, however long their grace is', async () => {
    const model = newModel();
    addPod(model, 'db', 'four', { grace: 3_600 });
    Object.assign(model.nodes[3] ?? {}, { up: false });
    expect((await run(model, { answers: false })).left).toEqual(['default/db']);
    expect(model.clock).toBe(120_000);
  });
});

describe('an API server', () => {
  const refused =
    'The connection to the server 127.0.0.1:6443 was refused - did you specify the right host or port?';

  test('that is away for a while does not end a drain', async () => {
    const model = newModel();
    addPod(model, 'web', 'four');
    const fault = () => (model.clock >= 5_000 && model.clock < 40_000 ? { stderr: refused } : undefined);
    expect((await run(model, { fault })).evicted).toBe(1);
  });

  test('that takes no evictions is told as that', async () => {
    const model = newModel();
    addPod(model, 'web', 'four');
    addPod(model, 'api', 'four');
    const stderr =
      'Error from server (InternalError): Internal error occurred: failed calling webhook "evict.example.org"';
    const fault = (words: string) => (words.startsWith('create') ? { stderr } : undefined);
    await expect(run(model, { fault })).rejects.toThrow(
      'default/web (Internal error occurred: failed calling webhook "evict.example.org"), default/api (it could not be asked to end)',
    );
  });
});
