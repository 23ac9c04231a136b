import { entries } from './entry.ts';

export const renderedCodes = entries({});
