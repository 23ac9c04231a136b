import { Failure } from '../../shared/failure.ts';
import { sameHost } from '../plan/sameHost.ts';
import type { ClusterTools } from './tools.ts';

/** Refuses to take a node out of the cluster through itself: it would be gone before it could tell what became of it. */
export function refuseItself({ kubectl }: ClusterTools, node: string): void {
  if (!sameHost(kubectl.name, node)) return;
  throw new Failure('refused', `${node} cannot be taken out of the cluster through itself`, {
    next: 'Ask another server.',
  });
}
