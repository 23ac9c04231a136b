import { describe, expect, test } from 'vitest';
import { readGate } from '../../../src/router/gate/state.ts';
import { machine, makePlace, nonceOf, type Place, putNode, shellNames, shellOf } from './place.ts';

/** Does something for each, never more than so many at once: a web server runs no more programs. */
async function atOnce<T, R>(most: number, all: readonly T[], does: (each: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  const left = all.entries();
  const worker = async (): Promise<void> => {
    for (const [at, each] of left) answers[at] = await does(each);
  };
  await Promise.all(Array.from({ length: most }, worker));
  return answers;
}

const script = (place: Place, { hexhyp, address }: ReturnType<typeof machine>) =>
  place.ask({ path: `/${hexhyp}`, address });
const ignition = (place: Place, { hexhyp, address }: ReturnType<typeof machine>, nonce: string) =>
  place.ask({ path: `/${hexhyp}/${nonce}/ignition`, address });

test.each([3, 10])(
  '200 nodes that boot at once, %d at a time, each get their own',
  async (most) => {
    await withShell(async (place) => {
      const nodes = Array.from({ length: 200 }, (_, at) => machine(at + 1));
      for (const node of nodes) place.neighbour(node.address, node.mac);
      // Every second one is armed.
      const armed = nodes.filter((_, at) => at % 2 === 0);
      for (const node of nodes) putNode(place, node.mac);
      await atOnce(2, armed, (node) => place.gate.arm(putNode(place, node.mac), `for ${node.mac}`));
      const got = await atOnce(most, nodes, async (node) => {
        const answer = await script(place, node);
        return answer.status === 200 ? (await ignition(place, node, nonceOf(answer))).body : answer.status;
      });
      expect(got).toEqual(nodes.map((node, at) => (at % 2 === 0 ? `for ${node.mac}` : 404)));
      const { armed: states, events } = readGate(await place.gate.state());
      expect(states.map(({ progress }) => progress)).toEqual(armed.map(() => 'fetched'));
      const count = (kind: string) => events.filter((event) => event.kind === kind).length;
      expect(['armed', 'script', 'ignition', 'asked'].map(count)).toEqual([100, 100, 100, 100]);
    });
  },
  120_000,
);

async function withShell(does: (place: Place) => Promise<void>): Promise<void> {
  const skip = (note?: string): never => {
    throw new Error(note);
  };
  await does(makePlace(shellOf('dash', { skip })));
}

describe.each(shellNames)('with %s', (shell) => {
  test('of many boots of one node at the same moment one is installed, whatever is read when', async (context) => {
    const place = makePlace(shellOf(shell, context));
    const node = machine(1);
    place.neighbour(node.address, node.mac);
    for (let round = 0; round < 6; round++) {
      await place.gate.arm(putNode(place, node.mac), 'secret');
      const fetched = new Set<string>();
      await atOnce(8, Array.from({ length: 16 }), async () => {
        const nonce = nonceOf(await script(place, node));
        if (nonce !== '' && (await ignition(place, node, nonce)).status === 200) fetched.add(nonce);
      });
      expect(fetched.size).toBe(1);
      expect((await script(place, node)).status).toBe(404);
    }
  });

  test('an arm or a disarm at the same moment leaves no half of anything', async (context) => {
    const place = makePlace(shellOf(shell, context));
    const node = machine(1);
    place.neighbour(node.address, node.mac);
    const record = putNode(place, node.mac);
    const text = (letter: string) => letter.repeat(200_000);
    await atOnce(
      6,
      Array.from({ length: 36 }, (_, at) => at),
      async (at) => {
        if (at % 3 === 0) return place.gate.arm(record, text(at % 2 === 0 ? 'a' : 'b'));
        if (at % 7 === 0) return place.gate.disarm(node.mac);
        const nonce = nonceOf(await script(place, node));
        const { status, body } = await ignition(place, node, nonce || '0'.repeat(32));
        if (status === 200) expect([text('a'), text('b')]).toContain(body);
      },
    );
    await place.gate.disarm(node.mac);
    expect((await place.gate.state()).armed).toEqual([]);
  });
});
