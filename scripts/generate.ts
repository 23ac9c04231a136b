/** Makes everything again that is generated and committed: schema code, script texts, the pages of findings, the tables of the README. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const generators = [
  'generate-schema-code.ts',
  'generate-scripts.ts',
  'generate-storage-scripts.ts',
  'generate-router-scripts.ts',
  'generate-gate-scripts.ts',
  'generate-power-scripts.ts',
  'generate-kubectl-scripts.ts',
  'generate-machine-scripts.ts',
  'generate-findings-docs.ts',
  'generate-tables.ts',
];

for (const generator of generators) {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, generator)], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
