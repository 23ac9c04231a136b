import type { PoweredMachine, PowerTools } from '../../../src/ports/power.ts';
import type { RemoteShell } from '../../../src/ports/remoteShell.ts';
import { Failure } from '../../../src/shared/failure.ts';

export const machine: PoweredMachine = {
  hostname: 'node1.example.org',
  address: '192.168.26.11',
  macs: ['98:fa:9b:1c:2d:01', '98:fa:9b:1c:2d:02'],
  cidr: '192.168.26.0/24',
};

/** Tools that reach nothing but what a test gives, and note what is waited for and told. */
export interface TestTools extends PowerTools {
  readonly waited: number[];
  readonly told: string[];
}

/** Makes them. A machine or router without a shell does not answer; waiting takes no time. */
export function testTools(more: {
  readonly node?: () => Promise<RemoteShell>;
  readonly router?: () => Promise<RemoteShell>;
  readonly secrets?: Readonly<Record<string, string>>;
}): TestTools {
  const waited: number[] = [];
  const told: string[] = [];
  const silent = async (): Promise<never> => {
    throw new Failure('world', 'cannot connect: there was no answer');
  };
  return {
    waited,
    told,
    openNode: more.node ?? silent,
    openRouter: more.router ?? silent,
    reveal: (secret) => {
      const value = more.secrets?.[secret];
      if (value === undefined) throw new Failure('usage', `no value for ${secret}`);
      return value;
    },
    wait: async (milliseconds) => {
      waited.push(milliseconds);
    },
    tell: (message) => {
      told.push(message);
    },
  };
}

/** What something fails with, as a person reads it. */
export async function failure(
  attempt: Promise<unknown>,
): Promise<{ kind: string; message: string; next: string }> {
  const error = await attempt.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Failure)) throw new Error(`no Failure: ${error}`);
  return { kind: error.kind, message: error.message, next: error.next ?? '' };
}
