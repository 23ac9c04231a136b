import type { PowerControl, PoweredMachine, PowerTools } from '../../ports/power.ts';
import { type Settings, textSetting } from './settings.ts';

/** A person does it. Nobody waits at a prompt: that the machine boots is seen at the gate. */
export function manualPower(settings: Settings, machine: PoweredMachine, tools: PowerTools): PowerControl {
  const message = textSetting(
    settings,
    'message',
    `Restart ${machine.hostname}, or switch it on, and let it boot from the network (F12 on many machines)`,
  );
  return {
    method: 'manual',
    probe: async () => ({ usable: true, detail: `asks a person: ${message}` }),
    bootNetworkOnce: async () => ({ by: 'person', detail: message }),
    cycle: async () => tools.tell(`${machine.hostname}: ${message}`),
    state: async () => 'unknown',
  };
}
