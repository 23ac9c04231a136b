import type { Node, PowerMethod } from '../../inventory/model/node.ts';
import type { PowerControl, Powers } from '../../ports/power.ts';
import { Failure } from '../../shared/failure.ts';
import { readSecret } from '../../shared/secret.ts';
import { openNode } from './openNode.ts';
import type { SiteRun } from './siteRun.ts';

/** The power methods of a node, in its order. Nothing is reached before something is asked of them. */
export function powerControls(
  run: SiteRun,
  node: Node,
  powers: Powers,
  tell: (message: string) => void,
): PowerControl[] {
  const { world, inventory, place, reveal } = run;
  const { address } = node.network;
  const machine = {
    hostname: node.hostname,
    address: address.method === 'static' ? address.address : undefined,
    macs: node.macs,
    cidr: inventory.site.network.cidr,
  };
  const tools = {
    openNode: (user: string, signal?: AbortSignal) => openNode(run, node, user, signal),
    openRouter: (signal?: AbortSignal) => {
      if (place.target.kind === 'directory') throw new Error('a folder is no router');
      return world.shells.open(place.target.destination, signal);
    },
    reveal,
    wait: world.wait,
    tell,
  };
  return methodsOf(node).map((method) => {
    const lacking = lackingSecrets(run, method);
    return lacking.length === 0 ? powers.open(method, machine, tools) : untried(method, lacking);
  });
}

/** What is not known of the power methods of nodes, where values of their secrets are not: for whoever reads the plan. */
export function untriedPower(run: Pick<SiteRun, 'isKnown'>, nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) =>
    methodsOf(node).flatMap((method) => {
      const lacking = lackingSecrets(run, method);
      if (lacking.length === 0) return [];
      return [`${node.hostname}: ${method.method} was ${untriedWords(lacking)}, and counts as usable`];
    }),
  );
}

function lackingSecrets({ isKnown }: Pick<SiteRun, 'isKnown'>, { settings }: PowerMethod): string[] {
  return secretsOf(settings).filter((name) => !isKnown(name));
}

/** It counts as usable for a plan. Whoever carries that out needs the values, and makes it anew with them. */
function untried({ method }: PowerMethod, lacking: readonly string[]): PowerControl {
  const unusable = async (): Promise<never> => {
    throw new Failure('usage', `${method} was ${untriedWords(lacking)}`);
  };
  return {
    method,
    probe: async () => ({ usable: true, detail: untriedWords(lacking) }),
    bootNetworkOnce: unusable,
    cycle: unusable,
    state: async () => 'unknown',
  };
}

function untriedWords(lacking: readonly string[]): string {
  return `not tried without the value of ${lacking.join(' and ')}`;
}

/** The secrets that power methods need, by name. */
export function powerSecrets(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => methodsOf(node).flatMap(({ settings }) => secretsOf(settings)));
}

/** A node that says nothing of power is restarted by its own system, which has no switch beside it. */
function methodsOf({ power }: Node): readonly PowerMethod[] {
  return power.length > 0 ? power : [{ method: 'ssh', settings: {} }];
}

function secretsOf(value: unknown): string[] {
  const secret = readSecret(value);
  if (secret !== undefined) return [secret.secret];
  if (Array.isArray(value)) return value.flatMap(secretsOf);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(secretsOf) : [];
}
