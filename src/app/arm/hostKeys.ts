import type { Node } from '../../inventory/model/node.ts';
import type { HeardHostKey } from '../../router/gate/hostKeys.ts';
import type { GateView } from '../../router/gate/state.ts';
import { type HostKeyPin, parseHostKey } from '../../shared/hostKey.ts';

/** What is known of a node's SSH host key. */
export type NodeHostKey =
  | {
      readonly kind: 'known';
      readonly heard: HeardHostKey;
      /** Why it is another one than before: because the node was installed; or nobody knows why. Undefined where it is none. */
      readonly changed: 'installed' | 'unexplained' | undefined;
    }
  /** It told none since the router started; or was installed since it told one, and not heard of again. */
  | { readonly kind: 'unknown'; readonly why: 'silent' | 'installed' };

/** What the gate heard of a node's SSH host key. */
export function nodeHostKey({ macs }: Pick<Node, 'macs'>, view: GateView): NodeHostKey {
  const [mac] = macs;
  const heard = view.hostKeys.find((each) => each.mac === mac);
  const installed = view.events.filter((event) => event.mac === mac && event.kind === 'ignition');
  if (heard === undefined) return { kind: 'unknown', why: 'silent' };
  if (installed.some(({ uptime }) => uptime > heard.uptime)) return { kind: 'unknown', why: 'installed' };
  if (heard.previous === undefined) return { kind: 'known', heard, changed: undefined };
  return { kind: 'known', heard, changed: installed.length > 0 ? 'installed' : 'unexplained' };
}

/** The keys that a connection to a node may trust, by what the gate heard: none where it may have another one by now. */
export function hostKeyPins(node: Pick<Node, 'macs'>, view: GateView): HostKeyPin[] {
  const known = nodeHostKey(node, view);
  const pin = known.kind === 'known' ? parseHostKey(known.heard.key) : undefined;
  return pin === undefined ? [] : [pin];
}
