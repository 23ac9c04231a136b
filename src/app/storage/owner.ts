import type { LockOwner } from '../../deploy/plan/state.ts';
import type { World } from '../../ports/world.ts';

/** What a command says of itself where it takes the lock, and in the journal. */
export function ownerOf(command: string, world: World): Omit<LockOwner, 'token'> {
  return { command, ...world.identity(), since: world.clock() };
}
