import { afterAll, afterEach } from 'vitest';
import type { Skipping } from '../../tools/tools.ts';
import { Lab } from './lab.ts';
import type { LabNode } from './site.ts';

/** A lab for the tests of a file, at the place of this node. */
export function useLab(node: LabNode): (context: Skipping) => Promise<Lab> {
  let lab: Promise<Lab> | undefined;
  afterEach(async () => (await lab)?.clear());
  afterAll(async () => (await lab)?.close());
  return (context) => {
    lab ??= Lab.start(node, context);
    return lab;
  };
}
