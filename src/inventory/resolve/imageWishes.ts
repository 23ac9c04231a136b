import { compareText } from '../../shared/finding.ts';
import type { CoreosWish, ImageSources, ImageWishes, IpxeWish, K3sWish } from '../model/imageWishes.ts';
import { wantsMetalImage } from './metalImages.ts';
import type { ResolvedSite } from './site.ts';
import { at, items, root, text, texts, type Written } from './written.ts';

/** What the image lock has to hold for the nodes of a site. */
export function resolveImageWishes(resolved: ResolvedSite, complete: boolean): ImageWishes {
  const written = at(root(resolved.documents.site), 'images');
  const ipxe = at(written, 'ipxe');
  return {
    coreos: coreosWishes(resolved),
    k3s: k3sWishes(resolved),
    ...(Array.isArray(ipxe.value) ? { ipxe: items(ipxe).flatMap((each) => ipxeWish(each) ?? []) } : {}),
    sources: sources(written),
    complete,
  };
}

function coreosWishes({ nodes }: ResolvedSite): CoreosWish[] {
  const wishes = new Map<string, CoreosWish>();
  for (const { node, draft } of nodes) {
    const { urls } = node.installer;
    if (urls.kernel !== undefined && urls.initramfs !== undefined && urls.rootfs !== undefined) continue;
    const { stream, architecture, version = '' } = draft.wanted;
    const key = `${stream} ${architecture} ${version}`;
    const metalImage = wantsMetalImage(node);
    const known = wishes.get(key);
    wishes.set(key, { ...draft.wanted, metalImage: metalImage || known?.metalImage === true });
  }
  return sorted(wishes);
}

function k3sWishes({ site: { cluster, nodes } }: ResolvedSite): K3sWish[] {
  if (cluster === undefined || cluster.source !== 'router' || cluster.version === '') return [];
  const wishes = new Map<string, K3sWish>();
  for (const { role, architecture } of nodes)
    if (role !== 'none') wishes.set(architecture, { version: cluster.version, architecture });
  return sorted(wishes);
}

function sorted<T>(wishes: ReadonlyMap<string, T>): T[] {
  return [...wishes].sort(([a], [b]) => compareText(a, b)).map(([, wish]) => wish);
}

function ipxeWish(written: Written): IpxeWish | undefined {
  const architecture = text(at(written, 'architecture'));
  const name = text(at(written, 'name')) ?? 'snponly.efi';
  const url = text(at(written, 'url'));
  const path = text(at(written, 'path'));
  if (architecture !== 'x86_64' && architecture !== 'aarch64') return undefined;
  if ((name !== 'snponly.efi' && name !== 'ipxe.efi') || (url === undefined && path === undefined)) {
    return undefined;
  }
  return { architecture, name, source: url === undefined ? { path: path ?? '' } : { url } };
}

function sources(written: Written): ImageSources {
  const url = (...path: string[]): string | undefined => text(at(written, ...path))?.replace(/\/+$/, '');
  const coreosUrl = url('coreos', 'url');
  const k3sUrl = url('k3s', 'url');
  const k3sScriptUrl = url('k3s', 'scriptUrl');
  const keys = at(written, 'keys');
  return {
    ...(coreosUrl === undefined ? {} : { coreosUrl }),
    ...(k3sUrl === undefined ? {} : { k3sUrl }),
    ...(k3sScriptUrl === undefined ? {} : { k3sScriptUrl }),
    ...(Array.isArray(keys.value) ? { keys: texts(keys) } : {}),
  };
}
