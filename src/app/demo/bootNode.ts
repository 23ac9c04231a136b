import { coreosArguments } from '../../ipxe/coreosArguments.ts';
import type { Walk } from '../../ipxe/walk/outcome.ts';
import { walk } from '../../ipxe/walk/walk.ts';
import type { Loopback } from '../../ports/loopback.ts';
import type { Manifest, NodeRecord } from '../../release/manifest.ts';
import type { DemoRouter } from './router.ts';

/** What came of one node's two boots: unarmed, then armed. */
export interface BootedNode {
  readonly node: NodeRecord;
  readonly unarmed: Walk;
  readonly armed: Walk;
  /** The Ignition that the installer would apply; undefined when the armed boot did not get that far. */
  readonly ignition?: { readonly url: string; readonly text: string };
}

/** Boots a node as iPXE would, over HTTP: first without permission, then with it. */
export async function bootNode(
  node: NodeRecord,
  manifest: Manifest,
  router: DemoRouter,
  network: { readonly origin: string; readonly loopback: Loopback },
): Promise<BootedNode> {
  const realOrigin = new URL(manifest.site.router.url).origin;
  const fetch = (url: string) => network.loopback.get(url.replace(realOrigin, network.origin));
  const options = { fetch, settings: settingsOf(node) };
  const unarmed = await walk(router.bootUrl, options);
  const [usual] = node.variants;
  router.arm((node.macs[0] ?? '').replaceAll(':', '-'), usual);
  const armed = await walk(router.bootUrl, options);
  if (armed.outcome.kind !== 'boots') return { node, unarmed, armed };
  const url = coreosArguments(armed.outcome.cmdline).install?.ignitionUrl;
  const answer = url === undefined ? undefined : await fetch(url);
  if (url === undefined || answer?.status !== 200 || answer.body === undefined)
    return { node, unarmed, armed };
  return { node, unarmed, armed, ignition: { url, text: answer.body } };
}

/** What firmware and DHCP tell iPXE about the machine. */
function settingsOf(node: NodeRecord): Record<string, string> {
  const mac = node.macs[0] ?? '';
  return { 'net0/mac': mac, 'netX/mac': mac, mac, hostname: node.hostname };
}
