import { gateScripts } from '../../generated/gateScripts.ts';
import { type GatePlace, gatePlace } from '../../shared/gateLayout.ts';
import { shAssignments } from '../../shared/shQuote.ts';

/** What the gate has to know. */
export interface GateSettings {
  /** `router.url`, without a slash at its end. */
  readonly url: string;
  /** The storage's root folder: `/mnt/usb/pilotlight`. */
  readonly root: string;
  readonly unknownMachines: 'ignore' | 'localBoot' | 'discover';
  readonly place?: GatePlace;
  /** Where its commands are. */
  readonly path?: string;
}

/**
 * The program that answers machines which boot: a CGI in POSIX sh, installed executable as `cgi-bin/gate` and `cgi-bin/boot`. Its settings
 * stand in its text, so that nothing of a request, nor of the server's environment, can take their place. Nothing in it is secret.
 */
export function gateScript(settings: GateSettings): string {
  const { url, root, unknownMachines, place = gatePlace, path = '/usr/sbin:/usr/bin:/sbin:/bin' } = settings;
  const { common, pointer, request, install, reports, discovery, gate } = gateScripts;
  const assignments = {
    url,
    root,
    unknown: unknownMachines,
    gate: place.folder,
    proc: place.proc,
    PATH: path,
  };
  const comment = '# Made by Pilotlight: `pilotlight router apply` writes it.\n';
  return `#!/bin/sh\n${comment}${shAssignments(assignments)}${[common, pointer, request, install, reports, discovery, gate].join('')}`;
}

/** Commands that the gate uses; all are among those of a stock OpenWrt. */
export const gateCommands = [
  'cat',
  'flock',
  'grep',
  'head',
  'ls',
  'mkdir',
  'mv',
  'rm',
  'sha256sum',
  'tail',
] as const;
