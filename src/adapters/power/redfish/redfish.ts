import type { PowerControl, PoweredMachine, PowerState, PowerTools } from '../../../ports/power.ts';
import { Failure } from '../../../shared/failure.ts';
import { firmwareOrder } from '../firmwareOrder.ts';
import { choosesBoot, type Settings, secretSetting, textSetting } from '../settings.ts';
import { trustOf } from '../web/trust.ts';
import { overrideBoot } from './bootOverride.ts';
import type { RedfishClient, RedfishPlace } from './client.ts';
import { resetTypes } from './resetTypes.ts';
import { textBelow } from './resource.ts';
import { type RedfishLogin, withRedfish } from './session.ts';
import { findSystem, type RedfishSystem, readSystem, resetAction } from './system.ts';

const timeoutMilliseconds = 30_000;
/** Between two questions whether a system is off, and how often that is asked. */
const goingOff = { pauseMilliseconds: 2_000, times: 30 };

/** A management controller that speaks Redfish. */
export function redfishPower(settings: Settings, machine: PoweredMachine, tools: PowerTools): PowerControl {
  const { origin } = new URL(textSetting(settings, 'url', ''));
  const place: RedfishPlace = { origin, trust: trustOf(settings), timeoutMilliseconds, wait: tools.wait };
  const onSystem = <T>(
    use: (client: RedfishClient, system: RedfishSystem) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> =>
    withRedfish(
      place,
      loginOf(settings, tools),
      async (client) => use(client, await findSystem(client, origin, textSetting(settings, 'system'))),
      signal,
    );

  return {
    method: 'redfish',
    probe: async (signal) => {
      try {
        return await onSystem(async (_client, { resource }) => {
          const names = ['Manufacturer', 'Model'].flatMap((key) => textBelow(resource, key) ?? []);
          const what = names.join(' ').replaceAll(/[^\x20-\x7e]/g, '?') || 'the machine';
          return { usable: true, detail: `${what}, power ${stateOf(resource)}` };
        }, signal);
      } catch (error) {
        signal?.throwIfAborted();
        if (!(error instanceof Failure)) throw error;
        return { usable: false, detail: error.message };
      }
    },
    bootNetworkOnce: async (signal) => {
      if (!choosesBoot(settings)) return firmwareOrder('redfish');
      const target = textSetting(settings, 'bootTarget', 'Pxe');
      return onSystem((client, system) => overrideBoot(client, system, target), signal);
    },
    cycle: (signal) =>
      onSystem(async (client, system) => {
        const { target, types } = await resetAction(client, system);
        const graceful = settings.reset === 'graceful';
        const way = resetTypes(stateOf(system.resource), types, graceful);
        if (way === undefined) {
          throw new Failure('world', `${machine.hostname}: its controller can do none of what starts it`, {
            next: `It can do: ${(types ?? []).join(', ') || 'nothing'}. Add another power method behind this one.`,
          });
        }
        for (const type of way) {
          await client.send('POST', target, { ResetType: type });
          if (type === 'ForceOff') await untilOff(client, system.path, tools, signal);
        }
      }, signal),
    state: (signal) => onSystem(async (_client, { resource }) => stateOf(resource), signal),
  };
}

function loginOf(settings: Settings, { reveal }: PowerTools): RedfishLogin {
  const kind = settings.authentication;
  if (kind === 'none') return { kind };
  const secret = secretSetting(settings, 'password');
  return {
    kind: kind === 'session' || kind === 'basic' ? kind : 'usual',
    user: textSetting(settings, 'user', ''),
    password: secret === undefined ? '' : reveal(secret),
  };
}

function stateOf(resource: unknown): PowerState {
  switch (textBelow(resource, 'PowerState')) {
    case 'On':
    case 'PoweringOn':
    case 'Paused':
      return 'on';
    case 'Off':
      return 'off';
    default:
      return 'unknown';
  }
}

async function untilOff(
  client: RedfishClient,
  path: string,
  tools: PowerTools,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (let time = 0; time < goingOff.times; time++) {
    const { resource } = await readSystem(client, path);
    if (stateOf(resource) === 'off') return;
    await tools.wait(goingOff.pauseMilliseconds, signal);
  }
  throw new Failure('world', 'the machine does not go off', {
    next: 'Switch it off by hand, and try again.',
  });
}
