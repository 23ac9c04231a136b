import { entries } from './entry.ts';

export const inventoryCodes = entries({});
