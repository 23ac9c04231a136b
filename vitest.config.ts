import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take long: started first, the longest in front, so that none of them runs alone at the end. */
const long = [
  'router/faultSweep',
  'firstBoot/cutBootstrap',
  'firstBoot/cutJoin',
  'router/boot/install',
  'firstBoot/cutAgent',
  'router/gate/once',
  'deploy/run/faults',
  'router/contention',
  'firstBoot/bootstrap',
  'docs/examples',
  'adapters/router/changes',
  'adapters/storage/shell/contract',
  'router/gate/pointer',
  'firstBoot/reports',
  'real/ipxe',
  'project/checks',
  'cli/process',
  'firstBoot/fetch',
  'app/determinism',
  'action/inputs',
].map((name) => `/test/${name}.test.ts`);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const found = long.findIndex((name) => moduleId.endsWith(name));
      return found < 0 ? long.length : found;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

/** Whole machines and a whole cluster: each has a core to itself, and nothing else runs meanwhile. */
const whole = ['test/e2e/**/*.test.ts'];

/** Tests of what is pure, which leave nothing behind: one process runs one file after the other. */
const pure = ['inventory', 'ipxe', 'lint', 'release', 'render', 'report', 'shared'].map(
  (name) => `test/${name}/**/*.test.ts`,
);

const cores = availableParallelism();

export default defineConfig({
  test: {
    testTimeout: 600_000,
    hookTimeout: 600_000,
    pool: 'forks',
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: { name: 'whole', include: whole, maxWorkers: cores, sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...whole, ...pure],
          // Many files wait for a router, a disk or a process more than they compute.
          maxWorkers: cores + 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: { name: 'pure', include: pure, maxWorkers: cores, isolate: false, sequence: { groupOrder: 2 } },
      },
    ],
  },
});
