import { entries } from './entry.ts';

/** Rendering of the built-in base and of iPXE scripts. */
export const renderingCodes = entries({
  PL2501: {
    severity: 'error',
    title: 'Value that would break an iPXE script',
    why: 'iPXE has no quoting: it splits a line at white space, starts a comment at any word that begins with `#`, runs what follows a bare `||`, `&&` or `;`, joins lines after a `\\` at the end, and puts a setting in the place of `${…}`. A value with any of these would turn into something else on the way to the kernel.',
    mend: 'Leave the character out. Several kernel arguments are several entries of the list, each without white space.',
  },
  PL2502: {
    severity: 'error',
    title: 'No boot images for the node',
    why: 'The installer boots with kernel, initramfs and rootfs of one Fedora CoreOS release, and the image lock has none for the stream and architecture of this node.',
    mend: 'Lock a release for that stream and architecture in `images.lock.yaml`, or give literal URLs under `installer.urls`.',
  },
  PL2503: {
    severity: 'error',
    title: 'Metal image that is not locked',
    why: 'The node is to be installed from the metal image, but the image lock has none for its release. The image inside the live rootfs (`source: osmet`) needs no file more.',
    mend: 'Lock the metal image too, give `installer.urls.metalImage`, or set `installer.source` to `osmet`.',
  },
  PL2504: {
    severity: 'error',
    title: 'Value that its configuration file cannot hold',
    why: 'The value would be written to a file of the node (NetworkManager, chrony, the time zone) in whose format it has no meaning, or another one than meant.',
    mend: 'Use a plain name: a host name or address for a time server, `Area/City` for a time zone, letters, digits, `_` and `-` for an option of a bond.',
  },
  PL2505: {
    severity: 'warning',
    title: "Manifest with the name of one of K3s's own",
    why: 'K3s writes its packaged manifests into the same folder at every start, so a file of that name is overwritten with the packaged one.',
    mend: 'Rename the file in `manifests/`.',
    configurable: true,
  },
  PL2506: {
    severity: 'warning',
    title: 'Volumes on the system disk',
    why: 'Longhorn keeps volumes in a folder that is on the disk which an installation erases. Reimaging such a node loses its copies, and reimaging one node after the other, faster than Longhorn copies, loses volumes.',
    mend: 'Give the node an entry in `extraDisks` with `mount` at that folder: a reimage keeps extra disks. Where there is no second disk, keep the volumes small, wait for all copies between two reimages, and turn this rule off.',
    configurable: true,
  },
  PL2507: {
    severity: 'warning',
    title: 'File system that Longhorn does not support',
    why: 'Longhorn finds what a volume holds by file extents, and supports ext4 and XFS for its folder (Longhorn documents, "Installation Requirements").',
    mend: 'Set `filesystem` of the extra disk to `xfs` or `ext4`. A disk that has data in another one is not formatted again unless it has `wipe: true`.',
    configurable: true,
  },
});
