import type { ImageSources } from '../inventory/model/imageWishes.ts';

/** Where Fedora CoreOS publishes (Fedora CoreOS documents, "Stream metadata"). */
export const coreosBase = 'https://builds.coreos.fedoraproject.org';
/** Where K3s publishes its releases. */
export const k3sBase = 'https://github.com/k3s-io/k3s/releases/download';
/** Where the install script of a K3s release is: the file of that tag. */
export const k3sScriptBase = 'https://raw.githubusercontent.com/k3s-io/k3s';

/** The address that is asked for a file: the mirror's, where the site has one of what its URL begins with. The lock always names the origin. */
export function mirrored(url: string, { coreosUrl, k3sUrl, k3sScriptUrl }: ImageSources): string {
  const mirrors = [
    [coreosBase, coreosUrl],
    [k3sBase, k3sUrl],
    [k3sScriptBase, k3sScriptUrl],
  ] as const;
  for (const [origin, mirror] of mirrors) {
    if (mirror !== undefined && url.startsWith(`${origin}/`)) return mirror + url.slice(origin.length);
  }
  return url;
}
