import type { Node } from '../../inventory/model/node.ts';
import type { ButaneFile, ButaneUnit } from '../butane/config.ts';
import { inlineFile } from './file.ts';

/** Since when the names of initiators are given: a part of each, which must never change. */
const namedSince = '2026-01';

/**
 * What a node needs for the volumes of Longhorn, which attaches them by iSCSI. Source: the Longhorn documents, "Installation
 * Requirements". The initiator's name follows from the host name, so that it outlives a reinstallation; the one of the image would be
 * that of all nodes or of no reinstallation (fedora-coreos-tracker#596).
 */
export function longhornFiles({ hostname }: Pick<Node, 'hostname'>): ButaneFile[] {
  return [
    inlineFile('/etc/iscsi/initiatorname.iscsi', 0o644, `InitiatorName=${initiatorName(hostname)}\n`),
    modulesFile,
  ];
}

/** The kernel modules for volumes, and for encrypted ones. */
const modulesFile = inlineFile('/etc/modules-load.d/longhorn.conf', 0o644, 'iscsi_tcp\ndm_crypt\n');

/** The daemon that Longhorn talks to. */
export const longhornUnit: ButaneUnit = { name: 'iscsid.service', enabled: true };

/** An iSCSI qualified name (RFC 3720, section 3.2.6.3.1): `iqn.2026-01.net.lerenn.home.lab:lenovo1` for `lenovo1.lab.home.lerenn.net`. */
function initiatorName(hostname: string): string {
  const [first = '', ...domain] = hostname.toLowerCase().split('.');
  return `iqn.${namedSince}.${domain.reverse().join('.')}:${first}`;
}
