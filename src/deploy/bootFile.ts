import { type Digest, isDigest } from '../shared/digest.ts';
import { bootFilePath } from '../shared/storageLayout.ts';
import { releasePath } from './paths.ts';
import type { BootFile } from './plan/state.ts';

/**
 * The boot file of static mode: it leads machines to the release that is current. It names the release, so that a script that arms a node
 * can tell whether it is for this one. The chain is relative, so it works wherever the storage is served.
 */
export function bootFileText(release: Digest): string {
  const up = bootFilePath.replace(/[^/]+$/, '').replace(/[^/]+\//g, '../');
  return [
    '#!ipxe',
    '# Leads to the current release. Made by Pilotlight: deploy and rollback write it.',
    `set ${currentReleaseSetting} ${release}`,
    `chain ${up}${releasePath(release)}/boot.ipxe`,
    '',
  ].join('\n');
}

/** The iPXE setting that holds the id of the release that machines boot. */
const currentReleaseSetting = 'pilotlight-release';

/** What a boot file says. One that is not exactly as we write it says nothing. */
export function readBootFile(text: string | undefined): BootFile {
  const id = /^chain \S*\/([0-9a-f]{64})\/boot\.ipxe$/m.exec(text ?? '')?.[1] ?? '';
  return { release: isDigest(id) && text === bootFileText(id) ? id : undefined };
}
