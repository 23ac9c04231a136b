import { powerScripts } from '../../../generated/powerScripts.ts';
import type { NetworkBoot, PowerControl, PoweredMachine, PowerTools } from '../../../ports/power.ts';
import { ConnectionLost, type RunResult } from '../../../ports/remoteShell.ts';
import { Failure } from '../../../shared/failure.ts';
import { lastLine } from '../../lastLine.ts';
import { readBootVariables } from '../efi/bootVariables.ts';
import type { LoadOption } from '../efi/loadOption.ts';
import { networkOption, optionText } from '../efi/networkOption.ts';
import { firmwareOrder } from '../firmwareOrder.ts';
import { choosesBoot, type Settings, textSetting } from '../settings.ts';
import { answers, asRoot, type RunAsRoot, withShell } from './nodeShell.ts';

/** Where a node has what, and what restarts it. */
export interface NodePlaces {
  readonly efivars: string;
  readonly systemctl: string;
  readonly sysrq: string;
}

const usualPlaces: NodePlaces = {
  efivars: '/sys/firmware/efi/efivars',
  systemctl: 'systemctl',
  sysrq: '/proc/sysrq-trigger',
};

/** Exit statuses of the scripts. */
const status = { noEfi: 80, noVariables: 81, noSysrq: 82 } as const;

/** The system that runs on a machine restarts it, once its firmware was told by BootNext to boot the network. */
export function sshPower(
  settings: Settings,
  machine: PoweredMachine,
  tools: PowerTools,
  places: NodePlaces = usualPlaces,
): PowerControl {
  const user = textSetting(settings, 'user', 'core');
  const restart = textSetting(settings, 'restart', 'systemd');
  const onNode = <T>(use: (run: RunAsRoot) => Promise<T>, signal?: AbortSignal): Promise<T> =>
    withShell(
      (again) => tools.openNode(user, again),
      (shell) => use(asRoot(shell, signal)),
      signal,
    );

  const chooseOption = async (run: RunAsRoot): Promise<LoadOption> => {
    const result = await run(powerScripts['boot-variables'], [places.efivars]);
    if (result.status !== 0) throw failureOf(machine.hostname, 'its boot options cannot be read', result);
    const variables = readBootVariables(Buffer.from(result.stdout).toString('latin1'));
    const chosen = networkOption(variables, machine.macs, textSetting(settings, 'entry'));
    if (chosen.option !== undefined) return chosen.option;
    throw new Failure('world', `${machine.hostname}: ${chosen.problem}`, { next: chosen.next });
  };

  const writeNext = async (run: RunAsRoot, option: LoadOption): Promise<NetworkBoot> => {
    const result = await run(powerScripts['boot-next'], [places.efivars, octalBytes(option.number)]);
    const written = readBootVariables(Buffer.from(result.stdout).toString('latin1')).next;
    if (result.status === 0 && written === option.number)
      return { by: 'once', detail: `BootNext is ${optionText(option)}` };
    throw failureOf(machine.hostname, `its firmware does not take BootNext ${optionText(option)}`, result);
  };

  return {
    method: 'ssh',
    probe: async (signal) => {
      try {
        return await onNode(async (run) => {
          if (choosesBoot(settings)) {
            return { usable: true, detail: `it answers, and has ${optionText(await chooseOption(run))}` };
          }
          const result = await run('true', []);
          if (result.status !== 0) throw failureOf(machine.hostname, `${user} is not let do it`, result);
          return { usable: true, detail: 'it answers; its firmware has to have the network first' };
        }, signal);
      } catch (error) {
        signal?.throwIfAborted();
        if (!(error instanceof Failure || error instanceof ConnectionLost)) throw error;
        return { usable: false, detail: error.message };
      }
    },
    bootNetworkOnce: async (signal) => {
      if (!choosesBoot(settings)) return firmwareOrder('ssh');
      return onNode(async (run) => writeNext(run, await chooseOption(run)), signal);
    },
    cycle: (signal) =>
      onNode(async (run) => {
        const result = await untilLost(run(powerScripts.restart, [restart, places.systemctl, places.sysrq]));
        if (result !== undefined && result.status !== 0)
          throw failureOf(machine.hostname, 'it cannot be restarted', result);
      }, signal),
    state: (signal) => answers(tools, user, signal),
  };
}

/** What a command came to; undefined where the connection ended before it did, as it does when a system stops. */
async function untilLost(running: Promise<RunResult>): Promise<RunResult | undefined> {
  try {
    return await running;
  } catch (error) {
    if (error instanceof ConnectionLost) return undefined;
    throw error;
  }
}

function failureOf(hostname: string, what: string, { status: code, stderr }: RunResult): Failure {
  const failed = (why: string, next: string): Failure =>
    new Failure('world', `${hostname}: ${what}: ${why}`, { next });
  switch (code) {
    case status.noEfi:
      return failed(
        'it was started by a BIOS, which has no BootNext',
        'Let it start by UEFI; or put the network first in the order of its firmware, and set `networkBoot: firmware`.',
      );
    case status.noVariables:
      return failed(
        'efivarfs is not mounted, or its firmware shows no variables',
        'Mount it (mount -t efivarfs efivarfs /sys/firmware/efi/efivars), or use another power method.',
      );
    case status.noSysrq:
      return failed('it does not take SysRq', 'Set `restart: systemd`.');
    default: {
      const said =
        lastLine(stderr) || (code === 0 ? 'it does not hold what was written' : `exit code ${code}`);
      return failed(said, 'The user needs sudo without a password; see also the journal of the node.');
    }
  }
}

/** A number as a script writes it: two bytes, the lower one first. */
function octalBytes(number: number): string {
  return [number & 0xff, number >>> 8].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}
