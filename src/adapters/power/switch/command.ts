import type { PoweredMachine, PowerState, PowerTools } from '../../../ports/power.ts';
import { explainSystemError, Failure } from '../../../shared/failure.ts';
import { lastLine } from '../../lastLine.ts';
import { programEnvironment } from '../environment.ts';
import { runProgram } from '../runProgram.ts';
import { numberSetting, revealedMap, type Settings } from '../settings.ts';
import type { MachineSwitch } from './switch.ts';

/** Seconds for a program, and between off and on, where nothing else is said. */
const usual = { timeoutSeconds: 60, offSeconds: 10 };

/** A program of this machine. It gets no shell, and nothing of our environment but where programs and the home are. */
export function commandSwitch(
  settings: Settings,
  machine: PoweredMachine,
  { reveal }: PowerTools,
  ours: NodeJS.ProcessEnv,
): MachineSwitch {
  const run = async (action: string, written: unknown, signal?: AbortSignal): Promise<string> => {
    const [command = '', ...parameters] = (Array.isArray(written) ? written : []).map(String);
    const timeoutSeconds = numberSetting(settings, 'timeoutSeconds', usual.timeoutSeconds);
    const environment = {
      ...programEnvironment(ours),
      ...revealedMap(settings.environment, reveal),
      ...told(action, machine),
    };
    const program = { command, parameters, environment, timeoutMilliseconds: timeoutSeconds * 1000 };
    const ended = await runProgram(program, signal);
    const failed = (why: string): Failure =>
      new Failure('world', `${machine.hostname}: ${command} (${action}) ${why}`, {
        next: 'Run it by hand with the same parameters. It starts in the folder that Pilotlight was started in.',
      });
    switch (ended.kind) {
      case 'missing':
        throw failed(`cannot be started: ${explainSystemError(ended.error)}`);
      case 'late':
        throw failed(`did not end within ${timeoutSeconds} s, and was killed`);
      case 'killed':
        throw failed(`was ended by ${ended.signal}`);
      case 'ended':
        if (ended.status === 0) return ended.stdout;
        throw failed(`ended with ${ended.status}: ${lastLine(ended.stderr) || lastLine(ended.stdout)}`);
    }
  };
  return {
    method: 'command',
    has: (action) => Array.isArray(settings[action]),
    hasStatus: Array.isArray(settings.status),
    pauseSeconds: numberSetting(settings, 'offSeconds', usual.offSeconds),
    tell: async (action, signal) => {
      await run(action, settings[action], signal);
    },
    status: async (signal) => stateIn(await run('status', settings.status, signal)),
  };
}

/** What a program is told by its environment. */
function told(action: string, { hostname, address, macs }: PoweredMachine): Record<string, string> {
  return {
    PILOTLIGHT_ACTION: action,
    PILOTLIGHT_HOSTNAME: hostname,
    PILOTLIGHT_ADDRESS: address ?? '',
    PILOTLIGHT_MACS: macs.join(' '),
  };
}

function stateIn(output: string): PowerState {
  const word = output.trim().toLowerCase();
  return word === 'on' || word === 'off' ? word : 'unknown';
}
