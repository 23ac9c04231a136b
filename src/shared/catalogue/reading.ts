import { entries } from './entry.ts';

/** Reading files and YAML. */
export const readingCodes = entries({
  PL1001: {
    severity: 'error',
    title: 'YAML syntax error',
    why: 'The file is not valid YAML 1.2, so nothing in it can be used.',
    mend: 'Mend the syntax at the place shown. An editor with a YAML plug-in shows it while you type.',
  },
});
