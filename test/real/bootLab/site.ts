import type { Manifest } from '../../../src/release/manifest.ts';
import { manifestPath } from '../../../src/release/manifest.ts';
import { caseNamed } from '../../golden/cases.ts';
import { readTree, type Tree } from '../../golden/expected.ts';
import type { Answer } from './router.ts';

/** A published release as its router serves it. */
export interface PublishedSite {
  readonly manifest: Manifest;
  /** Where the release lies on the router: `/releases/<id>/`. */
  readonly base: string;
  /** What DHCP gives iPXE: the entry of the release. */
  readonly bootFile: string;
  readonly release: Tree;
}

/** The release that a golden case keeps. */
export function publishedSite(name: string): PublishedSite {
  const release = readTree(caseNamed(name).expected);
  const manifest = JSON.parse(release.get(manifestPath) ?? '') as Manifest;
  const { url } = manifest.site.router;
  const base = `${servedFolder(url)}/releases/${manifest.release.id}/`;
  return { manifest, base, bootFile: new URL(`${base}boot.ipxe`, url).href, release };
}

/** The path of a router's URL, without a slash at its end. */
function servedFolder(url: string): string {
  return new URL(url).pathname.replace(/\/$/, '');
}

/** What else a router serves, by path below its folder: the gate's answers, images. */
export type Others = Readonly<Record<string, Answer>>;

/** Answers as the router does: the files of the release, and what a test adds. */
export function served(site: PublishedSite, others: Others = {}): (path: string) => Answer {
  const folder = servedFolder(site.manifest.site.router.url);
  const byPath = new Map(Object.entries(others).map(([path, answer]) => [`${folder}/${path}`, answer]));
  return (path) =>
    byPath.get(path) ??
    (path.startsWith(site.base) ? site.release.get(path.slice(site.base.length)) : undefined);
}

/** The gate's answer to an armed machine: it hands out the URL of the configuration, and the install script. */
export function armed(site: PublishedSite, ignitionUrl: string, install: string): string {
  const script = new URL(site.base + install, site.manifest.site.router.url).href;
  return `#!ipxe\nset ignition-url ${ignitionUrl}\nchain ${script}\n`;
}
