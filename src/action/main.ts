/** The GitHub Action. */
import { fail } from './failure.ts';
import { run } from './run.ts';

try {
  await run(process.env);
} catch (error) {
  fail(error);
}
