import { entries } from './entry.ts';

export const ipxeCodes = entries({});
