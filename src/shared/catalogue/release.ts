import { entries } from './entry.ts';

export const releaseCodes = entries({});
