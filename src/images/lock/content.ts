import { parse } from 'yaml';
import type { ImagesLockFile, LockedFile } from '../../generated/imagesLock.ts';
import { compareText } from '../../shared/finding.ts';

/** What images.lock.yaml holds. */
export type LockContent = Required<ImagesLockFile>;
export type CoreosEntry = LockContent['coreos'][number];
export type K3sEntry = LockContent['k3s'][number];
export type IpxeEntry = LockContent['ipxe'][number];
export type { LockedFile };

/** Files of a CoreOS entry, in the order in which they are written. */
export const coreosParts = ['kernel', 'initramfs', 'rootfs', 'metalImage'] as const;
/** Files of a K3s entry. */
export const k3sParts = ['binary', 'airgapImages', 'installScript'] as const;

/** Whether the signature of a metal image is pinned as well, where there is one: the router serves both. */
export function hasPinnedSignature({ signature, signatureSha256 }: LockedFile): boolean {
  return signature === undefined || signatureSha256 !== undefined;
}

/** Reads a lock whose shape was checked. */
export function readLock(text: string | undefined): LockContent {
  const { coreos = [], k3s = [], ipxe = [] } = ((text && parse(text)) || {}) as ImagesLockFile;
  return { coreos, k3s, ipxe };
}

/** The same content in the order in which it is written: each list by its keys, so that a diff shows what changed. */
export function sortLock({ coreos, k3s, ipxe }: LockContent): LockContent {
  return {
    coreos: coreos.toSorted((a, b) => compareText(coreosKey(a), coreosKey(b))),
    k3s: k3s.toSorted((a, b) => compareText(k3sKey(a), k3sKey(b))),
    ipxe: ipxe.toSorted((a, b) => compareText(ipxeKey(a), ipxeKey(b))),
  };
}

/** `stable x86_64 44.20260707.3.1` */
export function coreosKey({ stream, architecture, version }: CoreosEntry): string {
  return `${stream} ${architecture} ${version}`;
}

/** `x86_64 v1.35.2+k3s1` */
export function k3sKey({ architecture, version }: K3sEntry): string {
  return `${architecture} ${version}`;
}

/** `x86_64 snponly.efi` */
export function ipxeKey({ architecture, name }: IpxeEntry): string {
  return `${architecture} ${name}`;
}
