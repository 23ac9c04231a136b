import type { Node } from '../../inventory/model/node.ts';
import { secretMarker } from '../../shared/secret.ts';
import type { ButaneFile, ButaneUnit } from '../butane/config.ts';
import { inlineFile } from './file.ts';
import type { Share } from './sharing.ts';

/** Where the SSH server of Fedora CoreOS has its Ed25519 key. The image makes a key there only where none is (sshd-keygen@.service). */
export const hostKeyPath = '/etc/ssh/ssh_host_ed25519_key';

/** Below the folder that sshd_config includes. It is not readable by others, like the image's own files there. */
const settingsPath = '/etc/ssh/sshd_config.d/30-pilotlight-host-key.conf';

/**
 * Names the host keys that are shown to clients. Where no HostKey is set, sshd shows every kind that the image makes at its first boot,
 * and those are others after each installation.
 */
const settings = `# Made by Pilotlight: only the host key that is kept over installations is shown.\nHostKey ${hostKeyPath}\n`;

/** The SSH host key that a node keeps over installations, as the marker of its secret, and what makes it the only one; nothing otherwise. */
export function sshHostKeyFiles(share: Share, { sshHostKey }: Node): ButaneFile[] {
  if (sshHostKey === undefined) return [];
  return [
    // A private key without a line end behind its last line is none to OpenSSH, and values come without theirs.
    inlineFile(hostKeyPath, 0o600, `${secretMarker(sshHostKey)}\n`),
    share('ssh-host-key', () => inlineFile(settingsPath, 0o600, settings)),
  ];
}

/** The units of a node that keeps its SSH host key; none otherwise. */
export function sshHostKeyUnits({ sshHostKey }: Node): ButaneUnit[] {
  return sshHostKey === undefined ? [] : [publicHalfUnit];
}

/**
 * Writes the public half, which nobody who renders knows, beside the key: the console shows its fingerprint from there, and the first boot
 * tells it to the gate.
 */
const publicHalfUnit: ButaneUnit = {
  name: 'pilotlight-host-key.service',
  enabled: true,
  contents: `[Unit]
Description=Write the public half of the SSH host key that is kept
ConditionFileNotEmpty=!${hostKeyPath}.pub
Before=sshd.service pilotlight-first-boot.service

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/usr/bin/sh -c 'ssh-keygen -y -f ${hostKeyPath} >${hostKeyPath}.pub'
ExecStart=-/usr/sbin/restorecon ${hostKeyPath}.pub

[Install]
WantedBy=multi-user.target
`,
};
