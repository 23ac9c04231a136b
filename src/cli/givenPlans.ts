import { readFileSync } from 'node:fs';
import { type GivenPlan, planIn } from '../app/storage/givenPlan.ts';
import { explainSystemError, Failure } from '../shared/failure.ts';

/** Plans that `deploy --plan --format json` printed to a file, by site. */
export function givenPlans(file: string): (site: string) => GivenPlan {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Failure('usage', `cannot read ${file}: ${explainSystemError(error)}`, {
      next: 'make it with pilotlight deploy --plan --format json',
    });
  }
  return (site) => planIn(text, file, site);
}
