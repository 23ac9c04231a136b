import { entries } from './entry.ts';
import { renderedFileCodes } from './renderedFiles.ts';
import { renderedScriptCodes } from './renderedScripts.ts';
import { renderedUnitCodes } from './renderedUnits.ts';

/** Ignition, systemd units and scripts on the node. */
export const renderedCodes = entries({
  ...renderedFileCodes,
  ...renderedUnitCodes,
  ...renderedScriptCodes,
});
