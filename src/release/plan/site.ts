import type { Manifest } from '../manifest.ts';
import { k3sChange, k3sChangeText, upgradeChangeText } from './k3sChange.ts';
import { listChange } from './lists.ts';
import type { Reason, ReasonKind } from './plan.ts';
import { fileReasons } from './siteFiles.ts';

/** What changes beside the nodes, in words: settings of the site first, then the files that are no node's. */
export function siteReasons(before: Manifest, after: Manifest): Reason[] {
  const arrow = (about: ReasonKind, what: string, old = 'none', now = 'none'): Reason[] =>
    old === now ? [] : [{ about, text: `${what}: ${old} → ${now}` }];
  const servers = listChange(before.cluster?.servers ?? [], after.cluster?.servers ?? []);
  return [
    ...arrow('name', 'site', before.site.name, after.site.name),
    ...arrow('name', 'domain', before.site.domain, after.site.domain),
    ...arrow('router', 'router address', before.site.router.address, after.site.router.address),
    ...arrow('router', 'router URL', before.site.router.url, after.site.router.url),
    ...arrow('router', 'unknown machines', before.site.unknownMachines, after.site.unknownMachines),
    ...k3sReasons(before, after),
    ...arrow('cluster', 'first server', before.cluster?.firstServer, after.cluster?.firstServer),
    ...(servers === undefined ? [] : [{ about: 'cluster' as const, text: `K3s servers: ${servers}` }]),
    ...fileReasons(before, after),
  ];
}

function k3sReasons(before: Manifest, after: Manifest): Reason[] {
  const old = before.cluster?.version ?? 'none';
  const now = after.cluster?.version ?? 'none';
  const change = k3sChange(before, after);
  const version = change === undefined ? `K3s version: ${old} → ${now}` : k3sChangeText(change, after);
  const upgrade = upgradeChangeText(before, after);
  return [...(old === now ? [] : [version]), ...(upgrade === undefined ? [] : [upgrade])].map((text) => ({
    about: 'cluster',
    text,
  }));
}
