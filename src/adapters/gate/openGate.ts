import { gateScripts } from '../../generated/gateScripts.ts';
import type { ArmedRecord, Gate, GateState } from '../../ports/gate.ts';
import type { RemoteShell, RunOptions, RunResult } from '../../ports/remoteShell.ts';
import { type GatePlace, gatePlace } from '../../shared/gateLayout.ts';
import { gateMac, recordParameters } from './checkRecord.ts';
import { gateFailure, gateStatus } from './gateFailure.ts';
import { readGateState } from './readGateState.ts';

const start = 'gate=$1 proc=$2\nshift 2\n';

/** Each operation's whole script; `$1` and `$2` are the place. */
export const gateOperations = {
  arm: start + gateScripts.common + gateScripts.arm,
  disarm: start + gateScripts.common + gateScripts.disarm,
  state: start + gateScripts.common + gateScripts.state,
} as const;

/** The gate of the router that a shell reaches. An operation that {@link ConnectionLost} ended may be said again. */
export function openGate(shell: RemoteShell, place: GatePlace = gatePlace): Gate {
  const run = async (
    name: keyof typeof gateOperations,
    parameters: readonly string[],
    more: RunOptions & { readonly answers?: readonly number[] } = {},
  ): Promise<RunResult> => {
    const { answers = [], ...options } = more;
    const result = await shell.run(gateOperations[name], [place.folder, place.proc, ...parameters], options);
    if (result.status === gateStatus.done || answers.includes(result.status)) return result;
    throw gateFailure(tasks[name], shell.name, place.folder, result);
  };
  return {
    arm: async (record: ArmedRecord, ignition: string): Promise<void> => {
      const input = Buffer.from(ignition);
      await run('arm', [...recordParameters(record), `${input.length}`], { input });
    },
    disarm: async (mac: string): Promise<boolean> => {
      const { status } = await run('disarm', [gateMac(mac)], { answers: [gateStatus.no] });
      return status === gateStatus.done;
    },
    state: async (): Promise<GateState> => {
      const result = await run('state', []);
      const state = readGateState(Buffer.from(result.stdout).toString('latin1'));
      if (state === undefined)
        throw gateFailure(tasks.state, shell.name, place.folder, {
          ...result,
          stderr: 'the answer ends in the middle',
        });
      return state;
    },
  };
}

const tasks: Readonly<Record<keyof typeof gateOperations, string>> = {
  arm: 'the node cannot be armed',
  disarm: 'the node cannot be disarmed',
  state: 'the gate cannot be asked',
};
