import { entries } from './entry.ts';

export const overlayCodes = entries({});
