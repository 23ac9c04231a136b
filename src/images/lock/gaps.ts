import type { ImageWishes } from '../../inventory/model/imageWishes.ts';
import { hasPinnedSignature, type IpxeEntry, k3sParts, type LockContent } from './content.ts';

/** What a site's nodes want and its lock does not have, a line each. Asks nobody: a newer release in a stream is no gap. */
export function lockGaps(wishes: ImageWishes, content: LockContent): string[] {
  return [...coreosGaps(wishes, content), ...k3sGaps(wishes, content), ...ipxeGaps(wishes, content)];
}

function coreosGaps({ coreos }: ImageWishes, content: LockContent): string[] {
  return coreos.flatMap(({ stream, architecture, version, metalImage }) => {
    const what = `Fedora CoreOS ${stream} ${version === undefined ? '' : `${version} `}for ${architecture}`;
    const entries = content.coreos.filter(
      (entry) =>
        entry.stream === stream &&
        entry.architecture === architecture &&
        (version === undefined || entry.version === version),
    );
    if (entries.length === 0) return [what];
    if (!metalImage) return [];
    const found = entries.flatMap((entry) => entry.metalImage ?? []);
    if (found.length === 0) return [`the metal image of ${what}`];
    return found.some(hasPinnedSignature) ? [] : [`the signature of the metal image of ${what}`];
  });
}

function k3sGaps({ k3s }: ImageWishes, content: LockContent): string[] {
  return k3s.flatMap(({ version, architecture }) => {
    const entry = content.k3s.find((each) => each.version === version && each.architecture === architecture);
    if (entry === undefined) return [`K3s ${version} for ${architecture}`];
    return k3sParts
      .filter((part) => entry[part] === undefined)
      .map((part) => `${part} of K3s ${version} for ${architecture}`);
  });
}

function ipxeGaps({ ipxe = [] }: ImageWishes, content: LockContent): string[] {
  return ipxe
    .filter(({ architecture, name, source }) => {
      const same = (entry: IpxeEntry): boolean =>
        entry.architecture === architecture &&
        entry.name === name &&
        ('url' in source ? entry.url === source.url : entry.path === source.path);
      return !content.ipxe.some(same);
    })
    .map(({ architecture, name, source }) => {
      const from = 'url' in source ? source.url : source.path;
      return `iPXE ${name} for ${architecture} from ${from}`;
    });
}
