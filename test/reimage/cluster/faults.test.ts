import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ConnectionLost } from '../../../src/ports/remoteShell.ts';
import { deleteNode } from '../../../src/reimage/cluster/deleteNode.ts';
import { drain } from '../../../src/reimage/cluster/drain/drain.ts';
import { removeMember } from '../../../src/reimage/cluster/removeMember.ts';
import type { ClusterTools } from '../../../src/reimage/cluster/tools.ts';
import { Failure } from '../../../src/shared/failure.ts';
import type { Fault } from '../../fakes/cluster/kubectl.ts';
import { addPod, type Model, newModel } from '../../fakes/cluster/model.ts';
import { modelTools } from '../../fakes/cluster/tools.ts';

const node = 'two.lab.example.org';
const choices = { deleteEmptyDirData: true, force: true, timeoutSeconds: 300 };

/** A cluster with work for a drain: a budget that lets one pod go at a time. */
function busy(): Model {
  const model = newModel();
  model.budgets.push({ namespace: 'default', name: 'web', selector: { app: 'web' }, wanted: 1 });
  for (const name of ['a', 'b']) addPod(model, name, 'two', { labels: { app: 'web' } });
  addPod(model, 'db-0', 'two', { owner: 'StatefulSet', emptyDir: true });
  return model;
}

/** Takes the node out of the cluster; every part again after a lost connection, as a runner does. */
async function leave(tools: ClusterTools): Promise<void> {
  const parts = [
    () => drain(tools, { node, choices, answers: true }),
    () => removeMember(tools, { node, member: '2222222222222222', seconds: 300 }),
    () => deleteNode(tools, node, 300),
  ];
  for (const part of parts) await untilDone(part);
}

/** A runner gives up some time: what lost its connection begins anew, with all of its time. */
async function untilDone(part: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 30; tries += 1) {
    try {
      await part();
      return;
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error;
    }
  }
  throw new Error('the connection was lost too often');
}

/** Everything that leaving is to come to, whatever befell it. */
function expectLeft(model: Model): void {
  expect(model.nodes.map(({ name }) => name)).not.toContain(node);
  expect(model.members.map(({ name }) => name)).toEqual(['one-00000001', 'three-00000003']);
  expect([...model.secrets].some((name) => name.includes('two'))).toBe(false);
  expect(model.pods.map((pod) => pod.node)).not.toContain(node);
  expect(model.pods).toHaveLength(3);
}

test('a connection that breaks at any call changes nothing of the outcome', async () => {
  const whole = busy();
  const tools = modelTools(whole);
  await leave(tools);
  expectLeft(whole);
  for (let cut = 1; cut <= tools.kubectl.calls.length; cut += 1) {
    for (const way of ['lost', 'lostAfter'] as const) {
      const model = busy();
      await leave(modelTools(model, { fault: (_words, count) => (count === cut ? way : undefined) }));
      expectLeft(model);
    }
  }
});

const faults: readonly Fault[] = [
  ...Array<undefined>(16).fill(undefined),
  'lost',
  'lostAfter',
  { stderr: 'Error from server (ServiceUnavailable): the server is currently unable to handle the request' },
  { stderr: 'Error from server: etcdserver: leader changed' },
  { stderr: 'Error from server (NotFound): the server could not find the requested resource' },
  {
    stderr:
      'Error from server (Conflict): Operation cannot be fulfilled on nodes "two": the object has been modified',
  },
  { stderr: 'Unable to connect to the server: net/http: TLS handshake timeout' },
];

/** Whether etcd would go on without the second server. */
const maySpare = ({ members }: Model): boolean =>
  members.filter(({ name, up }) => name !== 'two-00000002' && up).length >= 2;

test('whatever befalls the calls, it comes to an end, and K3s is asked for nothing that costs the quorum', () =>
  fc.assert(
    fc.asyncProperty(
      fc.infiniteStream(fc.constantFrom(...faults)),
      fc.constantFrom('new' as const, 'old' as const),
      fc.option(fc.nat(60_000), { nil: undefined }),
      async (stream, k3s, downAt) => {
        const model: Model = { ...busy(), k3s };
        const wrong: string[] = [];
        const meanwhile = (clock: number): void => {
          if (downAt !== undefined && clock >= downAt) Object.assign(model.members[0] ?? {}, { up: false });
        };
        const fault = (words: string): Fault => {
          const asks = words.includes('/remove=true') || words.startsWith('delete node');
          if (asks && model.members.length === 3 && !maySpare(model)) wrong.push(words);
          return stream.next().value;
        };
        try {
          await leave(modelTools(model, { fault, meanwhile }));
          expectLeft(model);
        } catch (error) {
          // A member that went down on its way is the one thing that may stop it.
          if (downAt === undefined || !(error instanceof Failure || /too often/.test(String(error))))
            throw error;
        }
        expect(wrong).toEqual([]);
      },
    ),
    { numRuns: 150 },
  ));

test('a server that goes down before it begins keeps every member where it is', () =>
  fc.assert(
    fc.asyncProperty(
      fc.constantFrom(0, 2),
      fc.constantFrom('new' as const, 'old' as const),
      async (down, k3s) => {
        const model: Model = { ...newModel(), k3s };
        Object.assign(model.members[down] ?? {}, { up: false });
        await expect(removeMember(modelTools(model), { node, seconds: 300 })).rejects.toMatchObject({
          kind: 'refused',
        });
        await expect(deleteNode(modelTools(model), node, 300)).rejects.toMatchObject({ kind: 'refused' });
        expect(model.members).toHaveLength(3);
        expect(model.nodes).toHaveLength(4);
      },
    ),
  ));
