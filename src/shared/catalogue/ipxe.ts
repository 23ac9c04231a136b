import { entries } from './entry.ts';
import { ipxeArgumentCodes } from './ipxeArguments.ts';
import { ipxeBootCodes } from './ipxeBoots.ts';
import { ipxeScriptCodes } from './ipxeScripts.ts';

/** iPXE scripts, and the kernel arguments in them. */
export const ipxeCodes = entries({ ...ipxeScriptCodes, ...ipxeBootCodes, ...ipxeArgumentCodes });
