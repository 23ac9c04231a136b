import { entries } from './entry.ts';

/** Releases and plans. */
export const releaseCodes = entries({
  PL4001: {
    severity: 'error',
    title: 'Manifest cannot be read',
    why: 'The file `manifest.json` is not JSON, or not of the shape that `schemas/manifest.schema.json` describes. Without it nobody can tell what the release holds, so nothing is done with it.',
    mend: 'Publish the release again (`pilotlight publish --out DIR`). Manifests are not written by hand.',
  },
  PL4002: {
    severity: 'error',
    title: 'Manifest of another format',
    why: 'The manifest was written by a Pilotlight whose format this one does not know. Guessing what its keys mean could install the wrong thing.',
    mend: 'Use the Pilotlight that made the release, or a newer one, or publish the release again with this one.',
  },
  PL4003: {
    severity: 'error',
    title: 'Unsafe path in a manifest',
    why: "The manifest names a file outside its release (an absolute path, or one with `..`), or one that the router's file system cannot hold. A release is copied as root: a path that leaves its folder could overwrite anything.",
    mend: 'Do not use this release: find out who changed it. Releases that Pilotlight makes have no such paths.',
  },
  PL4004: {
    severity: 'error',
    title: 'Path twice in a manifest',
    why: 'Two entries of the manifest name the same file, or names that differ in upper and lower case only. On vfat, which USB sticks for routers often have, the second would overwrite the first.',
    mend: 'Give the two things names that differ in more than case, then publish again.',
  },
  PL4005: {
    severity: 'error',
    title: 'Release id does not fit its content',
    why: 'A release is named by the SHA-256 of its content. Here the name and the content do not belong together: the manifest was changed after it was made.',
    mend: 'Do not use this release: publish it again from the inventory.',
  },
  PL4006: {
    severity: 'error',
    title: 'File of a release is missing',
    why: 'The manifest lists a file that is not there: the copy was cut short, or somebody deleted it. A node that needs it would stop in the middle of its boot.',
    mend: 'Copy or publish the release again.',
  },
  PL4007: {
    severity: 'error',
    title: 'File of a release was changed',
    why: 'Size or SHA-256 of the file are not what the manifest says: the copy is damaged, or somebody edited it. What was reviewed is no longer what would be installed.',
    mend: 'Publish the release again. To change a file, change the inventory: a release is never edited.',
  },
  PL4008: {
    severity: 'warning',
    title: 'File that no manifest names',
    why: 'A file lies in the release that its manifest does not list. It would be served to machines, and nobody reviewed it.',
    mend: 'Delete the file, or publish the release again into an empty folder.',
    configurable: true,
  },
  PL4009: {
    severity: 'error',
    title: 'Manifest contradicts itself',
    why: 'A node of the manifest refers to a file that the manifest does not list, or two nodes share a host name. A plan made from it would be wrong.',
    mend: 'Publish the release again from the inventory.',
  },
  PL4020: {
    severity: 'warning',
    title: 'Data at risk',
    why: 'To make this node what the inventory says it has to be installed again, and that would erase data that the last installation kept or did not touch: another install disk, a kept partition that is no longer kept, an extra disk that is erased or changes its file system.',
    mend: 'Look at the disks named in the message. Keep what should live on (`keepPartitions`, `wipe: false`, the old `filesystem` and `label`), or copy the data away first. When the loss is meant, carry on: `reimage` asks once more.',
    configurable: true,
  },
  PL4021: {
    severity: 'warning',
    title: 'New hardware under an old name',
    why: 'A MAC address or the install disk of a known node changed. When the machine was really replaced, its old Kubernetes node object, etcd membership and node password belong to a machine that is gone; when it was not, the change is a typing mistake that would let a wrong disk be erased.',
    mend: 'Check the MAC on the label of the machine and the disk with `ls -l /dev/disk/by-id`. If the machine was replaced, reimage it as a replacement.',
    configurable: true,
  },
  PL4022: {
    severity: 'warning',
    title: 'Minor version of K3s that is skipped',
    why: 'Kubernetes supports API servers of one cluster that are one minor version apart, and no upgrade that leaves one out (Kubernetes, "Version Skew Policy"; K3s documents, "Automated Upgrades"). While servers go from one version to the other, one after the other, both run in one cluster.',
    mend: 'Set `k3s.version` to the newest release of the next minor version, let every node get there, then go on to the one after it.',
    configurable: true,
  },
  PL4023: {
    severity: 'warning',
    title: 'Older version of K3s',
    why: 'Kubernetes supports no way back to an older version: the newer one may have changed what etcd holds. A server of an older version does not join safely, and the system-upgrade-controller refuses and leaves the node cordoned (K3s documents, "Downgrade Prevention").',
    mend: 'Keep the newer version. The way back is a snapshot of etcd from before the upgrade (K3s documents, "Rolling Back K3s").',
    configurable: true,
  },
});
