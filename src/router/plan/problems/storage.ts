import type { Site } from '../../../inventory/model/site.ts';
import type { RouterFacts } from '../../facts/routerFacts.ts';
import { bootFile } from '../firmware.ts';
import type { RouterProblem } from '../routerPlan.ts';
import { rootFolder, tftpFolder } from '../served.ts';
import { candidateDisks, handWrittenMount, storageDisk } from '../storageMount.ts';
import { error, warning } from './problem.ts';

/** Whether the storage is there at every start, and what machines load from it. */
export function storageProblems(site: Site, facts: RouterFacts): RouterProblem[] {
  return [...mounts(site, facts), ...binaries(site), ...autoexec(site, facts)];
}

function mounts({ router }: Site, facts: RouterFacts): RouterProblem[] {
  const { mounted, disks } = facts.storage;
  if (router.target !== 'openwrt' || handWrittenMount(facts, router.storage) !== undefined) {
    return mounted === undefined ? [notMounted(router.storage)] : [];
  }
  const disk = storageDisk(facts, router.storage);
  if (disk?.uuid !== undefined) return [];
  if (mounted !== undefined) {
    return [
      warning(
        `${mounted.device} is mounted at ${router.storage}, but it is not known how to mount it again after a restart`,
        'install block-mount, so that it can be mounted by its UUID, or mount it in /etc/config/fstab',
      ),
    ];
  }
  const candidates = candidateDisks(disks);
  if (candidates.length < 2) return [notMounted(router.storage)];
  const which = candidates.map(({ device, label }) =>
    label === undefined ? device : `${device} (${label})`,
  );
  return [
    error(
      `nothing is mounted at ${router.storage}, and it is not clear which disk is meant: ${which.join(', ')}`,
      `mount the right one: in /etc/config/fstab, with option target '${router.storage}', its uuid and option enabled '1'`,
    ),
  ];
}

/** With nothing there dnsmasq would make an empty folder in the router's flash and serve that. */
function notMounted(storage: string): RouterProblem {
  return error(
    `nothing is mounted at ${storage}: TFTP would serve an empty folder of the router's own flash`,
    'plug the storage in, give it a file system (ext4 is best), and look whether `block info` sees it',
  );
}

function binaries({ nodes, ipxe }: Site): RouterProblem[] {
  const architectures = [...new Set(nodes.map(({ architecture }) => architecture))].sort();
  return architectures
    .filter((architecture) => bootFile(ipxe, architecture) === undefined)
    .map((architecture) =>
      error(
        `the image lock has no iPXE binary for ${architecture}, so that such machines boot nothing`,
        'add snponly.efi to `ipxe` in images.lock.yaml, with its sha256 and a url or path',
      ),
    );
}

function autoexec(site: Site, { files }: RouterFacts): RouterProblem[] {
  const found = [...files.keys()].filter((path) => path.toLowerCase() === `${tftpFolder}/autoexec.ipxe`);
  return found.map((path) =>
    error(
      `${rootFolder(site)}/${path} is there: iPXE runs it before it asks what to boot`,
      `remove it: rm ${rootFolder(site)}/${path}`,
    ),
  );
}
