import { powerScripts } from '../../../generated/powerScripts.ts';
import type { PowerControl, PoweredMachine, PowerTools } from '../../../ports/power.ts';
import { explainSystemError, Failure } from '../../../shared/failure.ts';
import { lastLine } from '../../lastLine.ts';
import { explainNetworkError } from '../../networkErrors.ts';
import { firmwareOrder } from '../firmwareOrder.ts';
import { numberSetting, type Settings, textSetting } from '../settings.ts';
import { answers, withShell } from '../ssh/nodeShell.ts';
import { broadcastOf, isInNetwork } from './broadcast.ts';
import { magicPacket } from './magicPacket.ts';
import { sendBroadcast } from './send.ts';

/** Times that a packet is sent, and milliseconds between: nobody confirms it, and it may be lost. */
const sending = { times: 3, pauseMilliseconds: 100 };

/** Exit statuses of the script. */
const status = { noProgram: 80, noInterface: 81 } as const;

/** A magic packet wakes a machine that is off. It cannot restart one that runs, nor say what it boots from. */
export function wakePower(settings: Settings, machine: PoweredMachine, tools: PowerTools): PowerControl {
  const { hostname, cidr } = machine;
  const mac = textSetting(settings, 'mac') ?? machine.macs[0] ?? '';
  const byRouter = settings.from === 'router';
  const user = textSetting(settings, 'user', 'core');

  const fromHere = async (signal?: AbortSignal): Promise<void> => {
    const address = textSetting(settings, 'broadcast') ?? broadcastOf(cidr);
    for (let time = 0; time < sending.times; time++) {
      if (time > 0) await tools.wait(sending.pauseMilliseconds, signal);
      await sendBroadcast(magicPacket(mac), address, numberSetting(settings, 'port', 9)).catch((error) => {
        const why = explainNetworkError(error) ?? explainSystemError(error);
        throw new Failure('world', `${hostname}: no magic packet can be sent to ${address}: ${why}`, {
          next: 'Let the router send it: `from: router`.',
        });
      });
    }
  };
  const fromRouter = (signal?: AbortSignal): Promise<void> =>
    withShell(
      (again) => tools.openRouter(again),
      async (shell) => {
        const parameters = [mac, cidr, textSetting(settings, 'interface', '')];
        const result = await shell.run(powerScripts.wake, parameters, signal === undefined ? {} : { signal });
        if (result.status !== 0) throw routerFailure(hostname, cidr, result);
      },
      signal,
    );

  return {
    method: 'wol',
    probe: async (signal) => {
      if ((await answers(tools, user, signal)) === 'on')
        return { usable: false, detail: 'it runs, and a magic packet only starts a machine that is off' };
      if (!byRouter && settings.broadcast === undefined && !isInNetwork(cidr))
        return {
          usable: false,
          detail: `this machine is not in ${cidr}: let the router send (from: router)`,
        };
      return { usable: true, detail: `wakes ${mac}, as long as it is off and its firmware allows that` };
    },
    bootNetworkOnce: async () => firmwareOrder('wol'),
    cycle: async (signal) => {
      if ((await answers(tools, user, signal)) === 'on') {
        throw new Failure('world', `${hostname} runs, and a magic packet cannot restart it`, {
          next: 'Shut it down first, or add another power method, such as ssh.',
        });
      }
      await (byRouter ? fromRouter(signal) : fromHere(signal));
    },
    state: (signal) => answers(tools, user, signal),
  };
}

function routerFailure(
  hostname: string,
  cidr: string,
  { status: code, stderr }: { readonly status: number; readonly stderr: string },
): Failure {
  if (code === status.noProgram) {
    return new Failure('world', `${hostname} cannot be woken: the router has no etherwake`, {
      next: 'Install it there (opkg install etherwake, or apk add etherwake), or leave `from: router` out.',
    });
  }
  if (code === status.noInterface) {
    return new Failure('world', `${hostname} cannot be woken: no interface of the router is in ${cidr}`, {
      next: 'Name it by `interface`: br-lan, usually.',
    });
  }
  const why = lastLine(stderr) || `exit code ${code}`;
  return new Failure('world', `${hostname} cannot be woken by the router: ${why}`, {
    next: 'Run etherwake there by hand: it has to be root, and the interface has to be there.',
  });
}
