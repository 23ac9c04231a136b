import { hasCommit, isShallow } from '../adapters/git/history.ts';
import type { PlanRequest } from '../app/plan.ts';
import type { Event } from './event.ts';
import type { Inputs } from './inputs.ts';

/** What a release is compared with, or why with nothing. */
export type Base =
  | { readonly request: PlanRequest; readonly asked: boolean }
  | {
      readonly request: undefined;
      readonly why: string;
      /** Whether the person can mend it. */
      readonly mendable: boolean;
    };

/** Finds what to compare with: what the input names, else the commit that the event was made on. */
export async function findBase({ against, inventory }: Inputs, event: Event): Promise<Base> {
  if (against !== undefined) return { request: await named(against, inventory), asked: true };
  const { before } = event;
  if (before === undefined) return nothing('the event that started this run has no commit before it');
  if (/^0+$/.test(before)) return nothing('this is the first push of the branch');
  if (await hasCommit(inventory, before)) {
    return { request: { against: before, commitOnly: true }, asked: false };
  }
  return missing(before, inventory);
}

/** A commit comes before a folder, because a pull request may bring a folder of any name. A branch may be the remote's only. */
async function named(against: string, inventory: string): Promise<PlanRequest> {
  for (const revision of [against, `origin/${against}`]) {
    if (await hasCommit(inventory, revision)) return { against: revision, commitOnly: true };
  }
  return { against };
}

async function missing(before: string, inventory: string): Promise<Base> {
  const commit = `the commit ${before.slice(0, 12)} that this one is compared with`;
  if (await isShallow(inventory)) {
    const why = `${commit} is not in this shallow checkout: give actions/checkout \`fetch-depth: 0\``;
    return { request: undefined, why, mendable: true };
  }
  return nothing(`${commit} is not in the repository any more, as after a force push`);
}

function nothing(why: string): Base {
  return { request: undefined, why, mendable: false };
}
