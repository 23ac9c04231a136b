import type { PowerControl, PoweredMachine, PowerState, PowerTools } from '../../../ports/power.ts';
import { explainSystemError, Failure } from '../../../shared/failure.ts';
import { lastLine } from '../../lastLine.ts';
import { programEnvironment } from '../environment.ts';
import { firmwareOrder } from '../firmwareOrder.ts';
import { type Ended, runProgram } from '../runProgram.ts';
import { choosesBoot, numberSetting, type Settings, secretSetting, textSetting } from '../settings.ts';

const timeoutMilliseconds = 60_000;

/** A management controller that speaks IPMI over LAN, by the program ipmitool. */
export function ipmiPower(
  settings: Settings,
  machine: PoweredMachine,
  { reveal }: PowerTools,
  environment: NodeJS.ProcessEnv,
): PowerControl {
  const address = textSetting(settings, 'address', '');

  const ipmitool = async (words: readonly string[], signal?: AbortSignal): Promise<string> => {
    const secret = secretSetting(settings, 'password');
    const ended = await runProgram(
      {
        command: 'ipmitool',
        parameters: [...connection(settings, address), ...words],
        // The list of processes shows parameters to everybody, and the environment to nobody else.
        environment: {
          ...programEnvironment(environment),
          IPMI_PASSWORD: secret === undefined ? '' : reveal(secret),
        },
        timeoutMilliseconds,
      },
      signal,
    );
    if (ended.kind === 'ended' && ended.status === 0) return ended.stdout;
    throw failureOf(`${machine.hostname}: IPMI ${words.join(' ')} at ${address}`, ended);
  };
  const state = async (signal?: AbortSignal): Promise<PowerState> => {
    const word = /chassis power is (on|off)/i.exec(
      await ipmitool(['chassis', 'power', 'status'], signal),
    )?.[1];
    return word === undefined ? 'unknown' : word.toLowerCase() === 'on' ? 'on' : 'off';
  };

  return {
    method: 'ipmi',
    probe: async (signal) => {
      try {
        return { usable: true, detail: `${address} answers, power ${await state(signal)}` };
      } catch (error) {
        signal?.throwIfAborted();
        if (!(error instanceof Failure)) throw error;
        return { usable: false, detail: error.message };
      }
    },
    bootNetworkOnce: async (signal) => {
      if (!choosesBoot(settings)) return firmwareOrder('ipmi');
      const uefi = settings.bootMode === 'bios' ? [] : ['options=efiboot'];
      await ipmitool(['chassis', 'bootdev', 'pxe', ...uefi], signal);
      return { by: 'once', detail: `${address} took bootdev pxe, once` };
    },
    cycle: async (signal) => {
      const word = (await state(signal)) === 'off' ? 'on' : 'cycle';
      await ipmitool(['chassis', 'power', word], signal);
    },
    state,
  };
}

/** How the controller is reached: the password is not among it. */
function connection(settings: Settings, address: string): readonly string[] {
  const suite = settings.cipherSuite;
  return [
    ...['-I', 'lanplus', '-H', address, '-p', `${numberSetting(settings, 'port', 623)}`],
    ...[
      '-U',
      textSetting(settings, 'user', ''),
      '-L',
      textSetting(settings, 'privilege', 'ADMINISTRATOR'),
      '-E',
    ],
    ...(typeof suite === 'number' ? ['-C', `${suite}`] : []),
  ];
}

function failureOf(what: string, ended: Ended): Failure {
  const failed = (why: string, next: string): Failure => new Failure('world', `${what}: ${why}`, { next });
  switch (ended.kind) {
    case 'missing':
      return ended.error.code === 'ENOENT'
        ? failed('there is no program ipmitool', 'Install the package ipmitool where Pilotlight runs.')
        : failed(
            `ipmitool cannot be started: ${explainSystemError(ended.error)}`,
            'Install the package ipmitool again.',
          );
    case 'late':
      return failed(`no end within ${timeoutMilliseconds / 1000} s`, 'Check the address and the network.');
    case 'killed':
      return failed(`ipmitool was ended by ${ended.signal}`, 'Try again.');
    case 'ended':
      return failed(
        lastLine(ended.stderr) || lastLine(ended.stdout) || `ipmitool ended with ${ended.status}`,
        'Check the address, the user and the password, that IPMI over LAN is on, and `cipherSuite` (3 or 17).',
      );
  }
}
