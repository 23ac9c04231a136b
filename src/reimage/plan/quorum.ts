import type { EtcdMember } from './facts.ts';
import type { QuorumForecast } from './plan.ts';

/** Healthy voters that a number of voters needs to go on: floor(n / 2) + 1. */
export function neededOf(voters: number): number {
  return Math.floor(voters / 2) + 1;
}

/**
 * What becomes of etcd when members leave it one after the other, each back as a voter before the next leaves. A member that is down already
 * counts as a voter that is not healthy; learners do not vote. `needed` and `lowest` are those of the worst moment.
 * @param leaving ids of members, in their order
 * @param forGood whether they do not come back
 */
export function forecastQuorum(
  members: readonly EtcdMember[],
  leaving: readonly string[],
  forGood = false,
): QuorumForecast {
  const voters = members.filter(({ learner }) => !learner);
  const healthy = voters.filter((member) => member.healthy);
  const moments = [{ healthy: healthy.length, needed: neededOf(voters.length) }];
  const back = new Set<string>();
  const gone = new Set<string>();
  for (const id of leaving) {
    if (!voters.some((member) => member.id === id)) continue;
    const others = voters.filter((member) => member.id !== id && !gone.has(member.id));
    const alive = others.filter((member) => member.healthy || back.has(member.id));
    moments.push({ healthy: alive.length, needed: neededOf(others.length) });
    (forGood ? gone : back).add(id);
  }
  const worst = moments.reduce((one, other) =>
    other.healthy - other.needed < one.healthy - one.needed ? other : one,
  );
  return { voters: voters.length, healthy: healthy.length, needed: worst.needed, lowest: worst.healthy };
}

/** Why a member may not leave etcd now, in words; undefined when it may. */
export function whyNotLeave(members: readonly EtcdMember[], id: string): string | undefined {
  const learner = members.find((member) => member.learner && member.id !== id);
  if (learner !== undefined) return `${nameOf(learner)} is still learning: it does not vote yet`;
  const voters = members.filter((member) => !member.learner && member.id !== id);
  if (voters.length === 0) return 'it is the last member of etcd: the cluster would be gone';
  const healthy = voters.filter((member) => member.healthy);
  const needed = neededOf(voters.length);
  if (healthy.length >= needed) return undefined;
  const down = voters.filter((member) => !member.healthy).map(nameOf);
  return `etcd would have ${healthy.length} healthy of ${voters.length} members, and needs ${needed}: ${down.join(', ')} ${down.length === 1 ? 'is' : 'are'} down`;
}

function nameOf({ node, name }: EtcdMember): string {
  return node ?? name;
}
