import type { GateEvent, GateEventKind } from '../gate/events.ts';
import type { BootStepKind, MachineBoot, MachineStep } from './boot.ts';
import { lastBoot } from './lastBoot.ts';
import { readLog } from './readLog.ts';
import { verdictOn } from './verdict.ts';

/** All that a router knows of boots. */
export interface BootRecords {
  /** dnsmasq's lines of the system log, the oldest first. */
  readonly log: string;
  /** The router's clock, as its log writes it. */
  readonly clock: string;
  /** Seconds since it started. */
  readonly uptime: number;
  /** The gate's, the oldest first. */
  readonly events: readonly GateEvent[];
  /** MACs by address. */
  readonly macs: ReadonlyMap<string, string>;
}

/** A machine that is expected to boot. */
export interface ExpectedMachine {
  readonly hostname: string;
  readonly macs: readonly string[];
}

/** The last boot of every node, in the order given, then of each other machine that the gate or TFTP noticed, by MAC. */
export function readBoots(records: BootRecords, nodes: readonly ExpectedMachine[]): MachineBoot[] {
  const steps = [...readLog(records.log, records), ...records.events.flatMap(stepOf)];
  // Stable: what the log says stands before what the gate says of the same moment.
  steps.sort((a, b) => a.uptime - b.uptime);
  const byMac = groupByMac(steps);
  const known = new Set(nodes.flatMap(({ macs }) => macs.map((mac) => mac.toLowerCase())));
  const strangers = [...byMac.keys()]
    .filter(
      (mac) =>
        !known.has(mac) && (byMac.get(mac) ?? []).some(({ kind }) => kind !== 'discover' && kind !== 'offer'),
    )
    .sort();
  return [
    ...nodes.map(({ hostname, macs }) =>
      bootOf(
        hostname,
        macs.map((mac) => mac.toLowerCase()),
      ),
    ),
    ...strangers.map((mac) => bootOf(undefined, [mac])),
  ];

  function bootOf(hostname: string | undefined, macs: readonly string[]): MachineBoot {
    const all = macs.flatMap((mac) => byMac.get(mac) ?? []).sort((a, b) => a.uptime - b.uptime);
    const last = lastBoot(all);
    const end = last.at(-1)?.uptime;
    return {
      hostname,
      mac: macs[0] ?? '',
      secondsAgo: end === undefined ? undefined : Math.max(0, records.uptime - end),
      steps: last.map(({ kind, uptime, text }) => ({ kind, uptime, text })),
      ...verdictOn(last, records.uptime),
    };
  }
}

function groupByMac(steps: readonly MachineStep[]): Map<string, MachineStep[]> {
  const groups = new Map<string, MachineStep[]>();
  for (const step of steps) {
    const group = groups.get(step.mac);
    if (group === undefined) groups.set(step.mac, [step]);
    else group.push(step);
  }
  return groups;
}

/** What the gate notes that is a step of a boot; arming and its end are none. */
const kinds: Readonly<Partial<Record<GateEventKind, BootStepKind>>> = {
  asked: 'asked',
  script: 'script',
  ignition: 'ignition',
  'first-boot': 'firstBoot',
  early: 'early',
  'wrong-generation': 'wrongGeneration',
  ready: 'ready',
  failed: 'failed',
  refused: 'refused',
  discovered: 'asked',
};

function stepOf({ kind, mac, uptime, text }: GateEvent): MachineStep[] {
  const step = kinds[kind];
  // The gate says of a script and of Ignition for which node: that is known.
  const more = step === 'script' || step === 'ignition' || step === 'ready' ? '' : text;
  return step === undefined ? [] : [{ kind: step, mac: mac.toLowerCase(), uptime, text: more }];
}
