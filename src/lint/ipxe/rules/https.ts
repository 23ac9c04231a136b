import { imageRole } from '../../../ipxe/kernelLine.ts';
import { at, type IpxeRule } from '../context.ts';

/** PL3021: an old iPXE fetches nothing over HTTPS. What Linux fetches later is its own affair. */
export const https: IpxeRule = (context) => {
  if (!context.ages.includes('old')) return [];
  return context.commands.flatMap(({ name, words, command, options, isCaught }) => {
    const uri = words[options?.rest ?? 0];
    const loads = name.text === 'chain' || imageRole(command) !== undefined;
    if (!loads || isCaught || uri?.text.startsWith('https:') !== true) return [];
    return [at(context, 'PL3021', uri, "Debian's iPXE 1.0.0 has no HTTPS", 'serve the file over HTTP')];
  });
};
