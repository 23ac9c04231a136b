import { clusterCodes } from './inventory/cluster.ts';
import { contentsCodes } from './inventory/contents.ts';
import { installCodes } from './inventory/install.ts';
import { networkCodes } from './inventory/network.ts';
import { powerCodes } from './inventory/power.ts';

/** The meaning of the inventory: what its shape alone does not show. */
export const inventoryCodes = {
  ...networkCodes,
  ...clusterCodes,
  ...installCodes,
  ...powerCodes,
  ...contentsCodes,
};
