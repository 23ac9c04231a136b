import type { DeployOptions } from '../app/deploy.ts';
import type { Event } from './event.ts';

/** Where a release was made from, as it is noted beside its manifest. */
export function originOf({ repository, checkedOut, ref }: Event): NonNullable<DeployOptions['origin']> {
  return {
    ...(repository === undefined ? {} : { repository }),
    ...(checkedOut === undefined ? {} : { commit: checkedOut }),
    ...(ref === undefined ? {} : { ref }),
  };
}
