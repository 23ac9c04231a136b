import type { MachineView } from '../../plan/facts.ts';
import type { PlannedNode } from '../../plan/plan.ts';
import { sameHost } from '../../plan/sameHost.ts';
import type { SiteAccess } from '../access.ts';
import type { StepContext } from '../site.ts';
import { refused } from './refused.ts';
import { refuseOtherRelease, refuseUnsafe } from './safety.ts';

/** Makes sure, once more and live, of all that the plan counts on. Changes nothing. */
export async function prove(access: SiteAccess, node: PlannedNode, context: StepContext): Promise<void> {
  const { plan, signal, tell } = context;
  if (node.removal !== undefined) {
    await refuseUnsafe(access, node, context);
    if (node.alive) refuseOtherMachine(node, await access.machine(node, signal));
    return;
  }
  await refuseOtherRelease(access, plan, signal);
  await access.gate.story(node, signal);
  await refuseUnsafe(access, node, context);
  if (node.alive) refuseOtherMachine(node, await access.machine(node, signal));
  const { usable, detail } = await access.power(node, tell).probe(signal);
  if (!usable)
    throw refused(
      `nothing can make it boot from the network now: ${detail}`,
      'mend one of its power methods; then pilotlight reimage --resume',
    );
}

function refuseOtherMachine({ disk, hostname }: PlannedNode, machine: MachineView): void {
  if (!machine.answers)
    throw refused(
      `it answered when it was planned, and does not now: ${machine.problem ?? 'no answer'}`,
      'see what is wrong with it; then --resume, or --abort and plan again with --replace-dead',
    );
  if (machine.generation !== undefined && !sameHost(machine.generation.hostname, hostname))
    throw refused(
      `the machine that answers says that it is ${machine.generation.hostname}`,
      'pilotlight reimage --abort, and plan again',
    );
  if (disk?.proof !== 'seen' || machine.disks === undefined) return;
  const now = machine.disks.find(
    ({ device, links }) => device === disk.device || links.includes(disk.device),
  );
  if (now !== undefined && now.serial === disk.serial && now.wwn === disk.wwn) return;
  throw refused(
    now === undefined
      ? `it has no disk ${disk.device} any more`
      : `${disk.device} is another disk than when it was planned`,
    'pilotlight reimage --abort, and plan again',
  );
}
