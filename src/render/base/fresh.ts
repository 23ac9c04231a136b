import { inlineFile } from './file.ts';

/** Is there from an installation until its first boot began. */
export const freshPath = '/etc/pilotlight/fresh';

/** The file of that path. */
export const freshFile = inlineFile(freshPath, 0o644, 'installed, and not yet booted\n');
