import { isIpv4 } from '../../init/values.ts';
import { answerChecks as checks, orNothing } from './checks.ts';
import { type Given, readRange, readRouter } from './given.ts';
import type { Interview } from './interview.ts';
import type { SeenRouter } from './lookAtRouter.ts';

/** A release that Pilotlight's own tests know. */
const knownK3s = 'v1.34.1+k3s1';

export interface SiteContext {
  /** The person's public keys. */
  readonly publicKeys: readonly string[];
  /** Looks at the router that was named, where a user was named too. */
  readonly look: (given: Given) => Promise<SeenRouter | undefined>;
}

/** Asks what of a site was not said yet. What the router says of itself is proposed. */
export async function askSite(
  given: Given,
  { publicKeys, look }: SiteContext,
  ask: Interview,
): Promise<{ given: Given; seen: SeenRouter | undefined }> {
  const router =
    given.router ??
    readRouter(
      await ask.input({
        message: 'The router: its address; with the user, it is looked at over SSH',
        default: 'root@192.168.1.1',
        check: checks.router,
      }),
    );
  const withRouter = { ...given, router };
  const seen = await look(withRouter);
  if (seen !== undefined) tell(seen, ask);
  const address =
    withRouter.routerAddress ??
    seen?.address ??
    (router !== undefined && isIpv4(router.host)
      ? router.host
      : await ask.input({ message: 'Its address on the network of the nodes', check: checks.ipv4 }));
  const network =
    given.network ??
    (await ask.input({
      message: 'Network of the nodes',
      default: seen?.cidr ?? networkOf(address),
      check: checks.network,
    }));
  const dhcpPool =
    given.dhcpPool ??
    seen?.dhcpPool ??
    readRange(
      await ask.input({
        message: 'Addresses that its DHCP server gives to anybody (empty: do not say)',
        default: '',
        check: orNothing(checks.pool),
      }),
    );
  const storage = given.storage ?? (await storageOf(seen, ask));
  const domain =
    given.domain ??
    (await ask.input({
      message: 'DNS domain of the nodes',
      default: 'rack.home.arpa',
      check: checks.domain,
    }));
  return {
    given: {
      ...withRouter,
      routerAddress: address,
      network,
      dhcpPool,
      storage,
      domain,
      k3s: await k3sOf(given, ask),
      authorizedKeys: await keysOf(given, publicKeys, ask),
    },
    seen,
  };
}

function tell({ system, cidr, dhcpPool, storages, warnings }: SeenRouter, ask: Interview): void {
  const pool = dhcpPool === undefined ? 'no DHCP pool' : `DHCP pool ${dhcpPool.from} to ${dhcpPool.to}`;
  const storage = storages.length === 0 ? '' : `, storage at ${storages.join(', ')}`;
  ask.say(
    [
      `${system}: network ${cidr ?? 'unknown'}, ${pool}${storage}`,
      ...warnings.map((each) => `! ${each}`),
    ].join('\n'),
  );
}

function networkOf(address: string): string {
  return `${address.replace(/\.\d+$/, '.0')}/24`;
}

async function storageOf(seen: SeenRouter | undefined, ask: Interview): Promise<string | undefined> {
  const storages = seen?.storages ?? [];
  if (storages.length > 1) {
    return ask.select({
      message: 'Storage that machines are installed from',
      choices: storages.map((name) => ({ name, value: name })),
    });
  }
  return storages[0];
}

async function k3sOf({ k3s, imports }: Given, ask: Interview): Promise<Given['k3s']> {
  if (k3s !== undefined) return k3s;
  // An Ansible inventory may say it; asked later would be too late, and twice too often.
  const message =
    imports.length > 0
      ? 'Release of K3s (empty: what the import says, or none)'
      : 'Release of K3s (empty: machines without Kubernetes)';
  const answer = await ask.input({
    message,
    default: imports.length > 0 ? '' : knownK3s,
    check: orNothing(checks.k3s),
  });
  if (answer.trim() !== '') return answer.trim();
  return imports.length > 0 ? undefined : false;
}

async function keysOf(
  { authorizedKeys }: Given,
  publicKeys: readonly string[],
  ask: Interview,
): Promise<readonly string[]> {
  if (authorizedKeys.length > 0) return authorizedKeys;
  const choices = publicKeys.map((key) => ({
    name: key.length > 70 ? `${key.slice(0, 30)}…${key.slice(-35)}` : key,
    value: key,
  }));
  const chosen =
    choices.length === 0
      ? []
      : await ask.checkbox({ message: 'Keys that may log in to the nodes', choices, checked: true });
  if (chosen.length > 0) return chosen;
  return [await ask.input({ message: 'A public key that may log in to the nodes', check: checks.publicKey })];
}
