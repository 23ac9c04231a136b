import type { Node, Variant } from '../../inventory/model/node.ts';
import type { Site } from '../../inventory/model/site.ts';
import type { ButaneConfig, ButaneFile, ButaneLink, ButaneUnit } from '../butane/config.ts';
import { extraFilesystem } from './disks.ts';
import { inlineFile } from './file.ts';
import { reportFiles } from './firstBoot.ts';
import { k3sFiles } from './k3s.ts';
import { longhornFiles, longhornUnit } from './longhorn.ts';
import { networkFiles } from './network.ts';
import { type Share, sharing } from './sharing.ts';
import { sshHostKeyFiles, sshHostKeyUnits } from './sshHostKey.ts';
import { chronyFile, isTimeServer, isTimezone, timezoneLink } from './time.ts';
import { k3sUnits, plainUnits } from './units.ts';
import { updatesFile } from './updates.ts';
import { butaneUser } from './users.ts';

/**
 * The built-in base of a node's configuration, before overlays and without the generation file, which holds a digest of
 * the rest. Elements that nodes of the site have in common are the very same objects in each answer: treat them as read-only.
 */
export function baseConfig(site: Site, node: Node, variant: Variant): ButaneConfig {
  const share = sharing(site);
  const units = [...sshHostKeyUnits(node), ...firstBootUnits(site, variant)];
  const users = node.users.map((user) => share(`user ${JSON.stringify(user)}`, () => butaneUser(user)));
  const filesystems = node.extraDisks.map((disk) =>
    share(`disk ${JSON.stringify(disk)}`, () => extraFilesystem(disk)),
  );
  const links = timezone(share, node);
  return {
    variant: 'fcos',
    version: '1.7.0',
    ...kernelArguments(share, node),
    ...(users.length === 0 ? {} : { passwd: { users } }),
    storage: {
      files: files(share, site, node, variant),
      ...(filesystems.length === 0 ? {} : { filesystems }),
      ...(links.length === 0 ? {} : { links }),
    },
    systemd: { units },
  };
}

function files(share: Share, site: Site, node: Node, variant: Variant): ButaneFile[] {
  const servers = node.network.ntp.filter(isTimeServer);
  return [
    inlineFile('/etc/hostname', 0o644, `${node.hostname}\n`),
    ...networkFiles(site, node),
    ...(servers.length === 0 ? [] : [share(`chrony ${servers.join(' ')}`, () => chronyFile(servers))]),
    share(`updates ${JSON.stringify(node.updates)}`, () => updatesFile(node.updates)),
    ...sshHostKeyFiles(share, node),
    ...reportFiles(site, node),
    ...(site.cluster === undefined || variant === 'none' ? [] : k3sFiles(site, site.cluster, node, variant)),
    ...(hasVolumes(site, variant) ? longhornFiles(node) : []),
  ];
}

/** Whether volumes of Longhorn are kept on a node or used there: on all nodes of the cluster. */
function hasVolumes({ cluster }: Site, variant: Variant): boolean {
  return cluster?.storage === 'longhorn' && variant !== 'none';
}

function firstBootUnits(site: Site, variant: Variant): ButaneUnit[] {
  const volumes = hasVolumes(site, variant) ? [longhornUnit] : [];
  return [...(site.cluster === undefined || variant === 'none' ? plainUnits : k3sUnits), ...volumes];
}

function timezone(share: Share, { timezone }: Node): ButaneLink[] {
  if (timezone === undefined || !isTimezone(timezone)) return [];
  return [share(`timezone ${timezone}`, () => timezoneLink(timezone))];
}

/** Ignition sets each argument once, so a repeated one is written once. */
function kernelArguments(share: Share, node: Node): Pick<ButaneConfig, 'kernel_arguments'> {
  if (node.kernelArguments.length === 0) return {};
  const distinct = [...new Set(node.kernelArguments)];
  return share(`kernel ${JSON.stringify(distinct)}`, () => ({
    kernel_arguments: { should_exist: distinct },
  }));
}
