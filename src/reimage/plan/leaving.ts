import type { MachineView, SiteFacts } from './facts.ts';
import type { GoneNode } from './gone.ts';
import type { PlannedRemoval, Refusal } from './plan.ts';
import type { ReimageRequest } from './request.ts';
import { sameHost } from './sameHost.ts';

/** A node that is to leave the cluster for good. */
export interface LeavingNode extends GoneNode {
  readonly removal: PlannedRemoval;
  /** Its file, where the inventory still has it. */
  readonly file?: string;
}

/**
 * Whether what answers is the machine that is meant, so that its K3s may be stopped: by its own word, by its MAC, or by the address that it
 * tells the cluster now. One that says nothing and has no K3s has nothing to stop.
 */
export function answersItself(
  { kubernetes, removal: { address, macs } }: LeavingNode,
  machine: MachineView | undefined,
): boolean {
  if (machine?.answers !== true) return false;
  if (machine.generation !== undefined) return sameHost(machine.generation.hostname, kubernetes.name);
  if (machine.k3s === undefined || machine.macs?.some((mac) => macs.includes(mac)) === true) return true;
  return kubernetes.ready && address !== undefined && kubernetes.addresses?.includes(address) === true;
}

/** K3s on a machine that runs, and that nobody can stop, registers it anew as soon as its Node is deleted. */
export function aliveRefusals(
  leaving: LeavingNode,
  { machines }: SiteFacts,
  { replaceDead }: Pick<ReimageRequest, 'replaceDead'>,
): Refusal[] {
  const { hostname, kubernetes } = leaving;
  const machine = machines.get(hostname);
  if (answersItself(leaving, machine) || (replaceDead && !kubernetes.ready)) return [];
  if (machine?.answers === true) return [otherMachine(leaving, machine)];
  const why = machine?.problem === undefined ? '' : `: ${machine.problem}`;
  if (kubernetes.ready)
    return [
      {
        node: hostname,
        message: `it is Ready, and nobody can log in to it${why}; its K3s cannot be stopped, and would join again at once`,
        next: 'power it off, and say --replace-dead once it is not Ready; or see that it can be logged in to (--known-hosts)',
      },
    ];
  return [
    {
      node: hostname,
      message: `it does not answer${why}; K3s on it cannot be stopped, and joins again when it comes back`,
      next: 'see that it stays off, then say --replace-dead to remove it all the same',
    },
  ];
}

/** Another machine may have the address now, and is to be left alone. */
function otherMachine({ hostname, removal }: LeavingNode, { generation, macs = [] }: MachineView): Refusal {
  const seen = macs.length === 0 ? '' : ` (${macs.join(', ')})`;
  return {
    node: hostname,
    message:
      generation === undefined
        ? `a machine with K3s${seen} answers at ${removal.address ?? 'its address'}, and nothing tells that it is the one that is meant`
        : `the machine that answers at its address says that it is ${generation.hostname}`,
    next: 'see which machine that is; where the one that is meant is gone for good, and its Node is not Ready, say --replace-dead: what answers is left alone',
  };
}
