import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Driver, startDriver } from './driver.ts';
import {
  digest,
  machine,
  makePlace,
  nonceOf,
  type Place,
  putNode,
  release,
  shellNames,
  shellOf,
} from './place.ts';

/**
 * What can happen to one node: two boots ask for a script and fetch with the nonce that they got, a report of an installed system comes
 * (with this or another configuration), the node is armed anew or disarmed, its time passes, the router starts anew.
 */
type Step =
  | 'script1'
  | 'script2'
  | 'fetch1'
  | 'fetch2'
  | 'done'
  | 'wrong'
  | 'arm'
  | 'disarm'
  | 'expire'
  | 'reboot';

/** What the gate must do: said without any of its files. */
class Model {
  arms = 0;
  #armed: { nonce: string | undefined; used: boolean } | undefined;

  arm(): void {
    this.arms++;
    this.#armed = { nonce: undefined, used: false };
  }

  end(): boolean {
    const was = this.#armed !== undefined;
    this.#armed = undefined;
    return was;
  }

  mayAsk(): boolean {
    return this.#armed?.used === false;
  }

  asked(nonce: string): void {
    if (this.#armed !== undefined) this.#armed.nonce = nonce;
  }

  mayFetch(nonce: string): boolean {
    if (this.#armed === undefined || nonce === '' || this.#armed.nonce !== nonce) return false;
    this.#armed.used = true;
    return true;
  }

  done(): void {
    if (this.#armed?.used === true) this.#armed = undefined;
  }
}

/** Carries steps out on the gate and on the model; they must agree, and no arm may install twice. */
async function tryOut(place: Place, driver: Driver, number: number, steps: readonly Step[]): Promise<void> {
  const { mac, hexhyp, address } = machine(number);
  const record = putNode(place, mac);
  place.neighbour(address, mac);
  const model = new Model();
  const nonces = { 1: '', 2: '' };
  const installedWith = new Set<string>();
  const name = steps.join(' ');
  const ask = async (boot: 1 | 2): Promise<void> => {
    const answer = await driver.ask({ path: `/${hexhyp}`, address });
    expect(answer.status, name).toBe(model.mayAsk() ? 200 : 404);
    if (answer.status !== 200) return;
    nonces[boot] = nonceOf(answer);
    model.asked(nonces[boot]);
  };
  const fetch = async (boot: 1 | 2): Promise<void> => {
    const nonce = nonces[boot];
    const { status, body } = await driver.ask({
      path: `/${hexhyp}/${nonce || '0'.repeat(32)}/ignition`,
      address,
    });
    expect(status, name).toBe(model.mayFetch(nonce) ? 200 : 404);
    if (status !== 200) return;
    expect(body).toBe(`ignition ${number} ${model.arms}`);
    installedWith.add(nonce);
  };
  const report = (generation: string) =>
    driver.ask({ path: `/${hexhyp}/done`, query: `generation=${generation}`, address });
  const does: Readonly<Record<Step, () => Promise<void>>> = {
    script1: () => ask(1),
    script2: () => ask(2),
    fetch1: () => fetch(1),
    fetch2: () => fetch(2),
    async done() {
      expect((await report(digest)).status, name).toBe(200);
      model.done();
    },
    async wrong() {
      expect((await report(release)).status, name).toBe(200);
    },
    async arm() {
      model.arm();
      await place.gate.arm(record, `ignition ${number} ${model.arms}`);
    },
    async disarm() {
      expect(await place.gate.disarm(mac), name).toBe(model.end());
    },
    async expire() {
      place.after(record.seconds);
      model.end();
    },
    async reboot() {
      place.reboot();
      model.end();
    },
  };
  for (const step of steps) await does[step]();
  expect(installedWith.size, name).toBeLessThanOrEqual(model.arms);
}

/** All ways to put two sequences into one, each in its order. */
function interleavings(a: readonly Step[], b: readonly Step[]): Step[][] {
  const [first, ...rest] = a;
  const [second, ...others] = b;
  if (first === undefined) return [[...b]];
  if (second === undefined) return [[...a]];
  return [
    ...interleavings(rest, b).map((steps) => [first, ...steps]),
    ...interleavings(a, others).map((steps) => [second, ...steps]),
  ];
}

const disturbances: readonly Step[] = ['done', 'wrong', 'arm', 'disarm', 'expire', 'reboot'];

/** Two boots of an armed node in every order, with one thing more at every point. */
function everything(): Step[][] {
  const boots = interleavings(['script1', 'fetch1', 'done'], ['script2', 'fetch2']);
  return boots.flatMap((steps) =>
    disturbances.flatMap((step) =>
      [...steps, 'end'].map((_, at): Step[] => ['arm', ...steps.slice(0, at), step, ...steps.slice(at)]),
    ),
  );
}

/** One in some of all, from its own place for each shell: together they try all. */
function share<T>(all: readonly T[], index: number, of: number): T[] {
  return all.filter((_, at) => at % of === index);
}

describe.each(shellNames)('with %s', (shell) => {
  test('two boots in every order, with anything in between, install at most once for each arm', async (context) => {
    const place = makePlace(shellOf(shell, context));
    const driver = startDriver(place);
    const all = everything();
    expect(all.length).toBe(360);
    for (const [number, steps] of share(all, shellNames.indexOf(shell), shellNames.length).entries()) {
      await tryOut(place, driver, number + 1, steps);
    }
    expect(driver.complaints()).toBe('');
    await driver.close();
  });

  test('so do any steps in any order', async (context) => {
    const place = makePlace(shellOf(shell, context));
    const driver = startDriver(place);
    const step = fc.constantFrom<Step>('script1', 'script2', 'fetch1', 'fetch2', 'arm', ...disturbances);
    let number = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
        number++;
        await tryOut(place, driver, number, steps);
      }),
      { numRuns: 20, endOnFailure: true },
    );
    await driver.close();
  });
});
