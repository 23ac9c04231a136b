import { describe, expect, test } from 'vitest';
import { cordon, uncordon } from '../../../src/reimage/cluster/cordon.ts';
import { deleteNode } from '../../../src/reimage/cluster/deleteNode.ts';
import { removeMember } from '../../../src/reimage/cluster/removeMember.ts';
import { hasQuorum, modelEtcd } from '../../fakes/cluster/etcd.ts';
import { type Model, newModel, newUid } from '../../fakes/cluster/model.ts';
import { type ModelToolsOptions, modelTools } from '../../fakes/cluster/tools.ts';

const node = 'two.lab.example.org';
const remove = 'etcd.k3s.cattle.io/remove';
const removed = 'etcd.k3s.cattle.io/removed-node-name';

/** Annotations of the node that leaves. */
const notes = (model: Model): Record<string, string> => model.nodes[1]?.annotations ?? {};
const leave = (model: Model, options: ModelToolsOptions = {}, seconds = 120) =>
  removeMember(modelTools(model, options), { node, member: '2222222222222222', seconds });
const isRequest = (words: string): boolean =>
  words.startsWith('annotate') && words.includes(`${remove}=true`);

describe('cordon and uncordon', () => {
  test('say what they found, and may be said again', async () => {
    const tools = modelTools(newModel());
    expect(await cordon(tools, node)).toBe('done');
    expect(await cordon(tools, node)).toBe('already');
    expect(await uncordon(tools, node)).toBe('done');
    expect(await uncordon(tools, node)).toBe('already');
    expect(await uncordon(tools, 'gone.lab.example.org')).toBe('absent');
  });

  test('an API server that is away for a moment is asked again', async () => {
    const model = newModel();
    const stderr =
      'The connection to the server 127.0.0.1:6443 was refused - did you specify the right host or port?';
    const tools = modelTools(model, { fault: (_words, count) => (count < 4 ? { stderr } : undefined) });
    expect(await cordon(tools, node)).toBe('done');
  });

  test('one that stays away ends it, and one that starts is no cluster without nodes', async () => {
    const stderr = 'Error from server (NotFound): the server could not find the requested resource';
    const model = newModel();
    await expect(cordon(modelTools(model, { fault: () => ({ stderr }) }), node)).rejects.toThrow(
      'the API server does not answer through one.lab.example.org: the server could not find the requested resource',
    );
    expect(model.clock).toBe(60_000);
  });

  test('what is forbidden is not tried again', async () => {
    const stderr =
      'Error from server (Forbidden): nodes "x" is forbidden: User "dev" cannot patch resource "nodes"';
    const model = newModel();
    await expect(cordon(modelTools(model, { fault: () => ({ stderr }) }), node)).rejects.toMatchObject({
      message: expect.stringContaining('two.lab.example.org cannot be cordoned: nodes "x" is forbidden'),
      next: expect.stringContaining('administrator'),
    });
    expect(model.clock).toBe(0);
  });
});

describe('a member leaves etcd', () => {
  test.each(['new', 'old'] as const)('with the %s K3s, and saying it again finds it gone', async (k3s) => {
    const model: Model = { ...newModel(), k3s };
    expect(await leave(model)).toBe('removed');
    expect(model.members.map(({ name }) => name)).toEqual(['one-00000001', 'three-00000003']);
    expect(await leave(model)).toBe('already');
  });

  test('etcd is asked right before K3s is', async () => {
    const model = newModel();
    const order: string[] = [];
    const etcd = modelEtcd(model);
    const asked = {
      members: () => {
        order.push('etcd');
        return etcd.members();
      },
    };
    await leave(model, { etcd: asked, fault: (words) => void order.push(words.split(' ')[0] ?? '') });
    expect(order.slice(0, 3)).toEqual(['get', 'etcd', 'annotate']);
  });

  test('not when another one is down: nothing is asked of K3s', async () => {
    const model = newModel();
    Object.assign(model.members[2] ?? {}, { up: false });
    const tools = modelTools(model);
    await expect(removeMember(tools, { node, seconds: 120 })).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('three.lab.example.org is down'),
    });
    expect(tools.kubectl.calls.filter(isRequest)).toEqual([]);
    expect(model.members).toHaveLength(3);
  });

  test('but when the other one is back within half a minute, as after an election', async () => {
    const model = newModel();
    const three = model.members[2];
    Object.assign(three ?? {}, { up: false });
    const meanwhile = (clock: number) => void (clock > 15_000 && Object.assign(three ?? {}, { up: true }));
    expect(await leave(model, { meanwhile })).toBe('removed');
  });

  test('not while another one learns, nor the last one', async () => {
    const learning = newModel();
    Object.assign(learning.members[2] ?? {}, { learner: true });
    await expect(leave(learning)).rejects.toThrow('still learning');
    const alone = newModel();
    alone.members = alone.members.slice(1, 2);
    await expect(leave(alone)).rejects.toThrow('the last member of etcd');
  });

  test('a member that is down itself may leave', async () => {
    const model = newModel();
    Object.assign(model.members[1] ?? {}, { up: false });
    Object.assign(model.nodes[1] ?? {}, { up: false });
    expect(await leave(model)).toBe('removed');
  });

  test('never through itself', async () => {
    await expect(leave(newModel(), { server: node })).rejects.toThrow(
      'cannot be taken out of the cluster through itself',
    );
  });

  test('an answer of an earlier time is no answer', async () => {
    for (const k3s of ['new', 'old'] as const) {
      const model: Model = { ...newModel(), k3s };
      Object.assign(notes(model), { [remove]: 'true', [removed]: 'two-0000000f' });
      expect(await leave(model)).toBe('removed');
      expect(model.members).toHaveLength(2);
    }
  });

  test('what somebody else asked for already is waited for, and not asked again', async () => {
    const model = newModel();
    notes(model)[remove] = 'true';
    const tools = modelTools(model);
    expect(await removeMember(tools, { node, seconds: 120 })).toBe('removed');
    expect(tools.kubectl.calls.filter(isRequest)).toEqual([]);
  });

  test('somebody who takes the request back is asked again, until the time is up', async () => {
    const model: Model = { ...newModel(), controllers: false };
    const meanwhile = () => void delete notes(model)[remove];
    await expect(leave(model, { meanwhile }, 10)).rejects.toThrow(
      /although it was asked \d times; the request was taken back/,
    );
  });

  test('what K3s does not do in time is not left to be done later', async () => {
    const model: Model = { ...newModel(), controllers: false };
    await expect(leave(model)).rejects.toMatchObject({
      message: expect.stringContaining('has not left etcd after 120 s: K3s was asked'),
      next: expect.stringContaining('journalctl -u k3s'),
    });
    expect(notes(model)).not.toHaveProperty(remove);
    expect(model.clock).toBe(120_000);
  });

  test('what somebody else asked for stays when the time is up', async () => {
    const model: Model = { ...newModel(), controllers: false };
    notes(model)[remove] = 'true';
    await expect(leave(model)).rejects.toThrow('nothing was changed');
    expect(notes(model)[remove]).toBe('true');
  });

  test('a lie that it is gone is not enough: K3s has to have noted it', async () => {
    const model: Model = { ...newModel(), controllers: false };
    let lie = false;
    const etcd = modelEtcd(model, {
      lies: (told) =>
        told.kind === 'members' && lie
          ? { ...told, members: told.members.filter(({ name }) => name !== 'two-00000002') }
          : told,
    });
    const meanwhile = () => {
      lie = true;
    };
    await expect(leave(model, { etcd, meanwhile }, 30)).rejects.toThrow('K3s has not noted that yet');
  });

  test('a member whose Node is gone cannot be removed by K3s', async () => {
    const model = newModel();
    model.nodes.splice(1, 1);
    await expect(leave(model)).rejects.toMatchObject({
      kind: 'refused',
      next: expect.stringContaining('etcdctl member remove 2222222222222222'),
    });
  });

  test('without etcd there is nothing to leave', async () => {
    const model = newModel();
    for (const { labels } of model.nodes) delete labels['node-role.kubernetes.io/etcd'];
    await expect(leave(model, { etcd: undefined })).rejects.toMatchObject({ kind: 'refused' });
  });

  test('by what K3s wrote, where etcd is silent', async () => {
    const model = newModel();
    const etcd = modelEtcd(model, { silent: 'no gateway' });
    expect(
      await removeMember(modelTools(model, { etcd }), { node, member: 'two-00000002', seconds: 60 }),
    ).toBe('removed');
    expect(hasQuorum(model)).toBe(true);
  });
});

describe('a node is deleted', () => {
  test('when its finalizers are through, with its password', async () => {
    const model = newModel();
    await leave(model);
    const tools = modelTools(model);
    expect(await deleteNode(tools, node, 60)).toEqual({ node: 'deleted', password: 'gone' });
    expect(tools.kubectl.calls.filter((words) => words.startsWith('delete'))).toEqual([
      `delete node ${node} --wait=false`,
    ]);
    expect(await deleteNode(tools, node, 60)).toEqual({ node: 'absent', password: 'gone' });
  });

  test('its password is deleted where it stays', async () => {
    const model: Model = { ...newModel(), garbage: false };
    expect(await deleteNode(modelTools(model), 'four.lab.example.org', 60)).toEqual({
      node: 'deleted',
      password: 'deleted',
    });
    expect([...model.secrets]).not.toContain('kube-system/four.lab.example.org.node-password.k3s');
  });

  test.each([
    ['wrangler.cattle.io/managed-etcd-controller', 'restart K3s'],
    ['example.org/cleanup', 'kubectl edit node two.lab.example.org'],
  ])('that %s holds is told, with what to do', async (finalizer, next) => {
    const model: Model = { ...newModel(), controllers: false };
    model.members.splice(1, 1);
    Object.assign(model.nodes[1] ?? {}, { finalizers: [finalizer] });
    await expect(deleteNode(modelTools(model), node, 30)).rejects.toMatchObject({
      message: `${node} is still in the cluster after 30 s: ${finalizer} holds it`,
      next: expect.stringContaining(next),
    });
  });

  test('that comes back by itself is deleted again, and told when it goes on', async () => {
    const model = newModel();
    const four = model.nodes[3];
    const meanwhile = () => {
      if (four !== undefined && !model.nodes.includes(four)) {
        Object.assign(four, { uid: newUid(model), deleting: false, finalizers: ['wrangler.cattle.io/node'] });
        model.nodes.push(four);
      }
    };
    await expect(
      deleteNode(modelTools(model, { meanwhile }), 'four.lab.example.org', 20),
    ).rejects.toMatchObject({
      message: expect.stringMatching(/registered itself anew \d+ times/),
      next: expect.stringContaining('power it off'),
    });
  });

  test('not while etcd counts it and cannot spare it', async () => {
    const model = newModel();
    Object.assign(model.members[2] ?? {}, { up: false });
    await expect(deleteNode(modelTools(model), node, 60)).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('etcd still counts it'),
    });
    expect(model.nodes[1]?.deleting).toBe(false);
  });

  test('never through itself', async () => {
    await expect(deleteNode(modelTools(newModel(), { server: 'two' }), node, 60)).rejects.toThrow(
      'through itself',
    );
  });
});
