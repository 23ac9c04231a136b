import type { PowerControl, PoweredMachine, PowerMethod, Powers, PowerTools } from '../../ports/power.ts';
import { Failure } from '../../shared/failure.ts';
import { Redaction } from '../../shared/redact.ts';
import { amtPower } from './amt.ts';
import { ipmiPower } from './ipmi/ipmi.ts';
import { manualPower } from './manual.ts';
import { redfishPower } from './redfish/redfish.ts';
import { sshPower } from './ssh/ssh.ts';
import { commandSwitch } from './switch/command.ts';
import { httpSwitch } from './switch/http.ts';
import { switchPower } from './switch/switch.ts';
import { wakePower } from './wol/wol.ts';

/** Power methods, whose programs are found by this environment. */
export function powers(environment: NodeJS.ProcessEnv): Powers {
  return { open: (method, machine, tools) => openPower(method, machine, tools, environment) };
}

/** One power method of one machine. What it says has no value of a secret in it that it was given. */
export function openPower(
  method: PowerMethod,
  machine: PoweredMachine,
  tools: PowerTools,
  environment: NodeJS.ProcessEnv,
): PowerControl {
  const redaction = new Redaction();
  const reveal = (secret: string): string => {
    const value = tools.reveal(secret);
    redaction.add(value);
    return value;
  };
  return silent(control(method, machine, { ...tools, reveal }, environment), redaction);
}

function control(
  { method, settings }: PowerMethod,
  machine: PoweredMachine,
  tools: PowerTools,
  environment: NodeJS.ProcessEnv,
): PowerControl {
  switch (method) {
    case 'ssh':
      return sshPower(settings, machine, tools);
    case 'wol':
      return wakePower(settings, machine, tools);
    case 'redfish':
      return redfishPower(settings, machine, tools);
    case 'ipmi':
      return ipmiPower(settings, machine, tools, environment);
    case 'amt':
      return amtPower(machine);
    case 'http':
      return switchPower(httpSwitch(settings, machine, tools), machine, tools);
    case 'command':
      return switchPower(commandSwitch(settings, machine, tools, environment), machine, tools);
    case 'manual':
      return manualPower(settings, machine, tools);
  }
}

/** The same control, with the values of secrets taken out of all that it says: others may have put them there. */
function silent(control: PowerControl, redaction: Redaction): PowerControl {
  const said = async <T>(doing: Promise<T>): Promise<T> => {
    try {
      return await doing;
    } catch (error) {
      throw error instanceof Failure ? redaction.error(error) : error;
    }
  };
  return {
    method: control.method,
    probe: async (signal) => {
      const { usable, detail } = await said(control.probe(signal));
      return { usable, detail: redaction.text(detail) };
    },
    bootNetworkOnce: async (signal) => {
      const { by, detail } = await said(control.bootNetworkOnce(signal));
      return { by, detail: redaction.text(detail) };
    },
    cycle: (signal) => said(control.cycle(signal)),
    state: (signal) => said(control.state(signal)),
  };
}
