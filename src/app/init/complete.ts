import type { SiteAnswers } from '../../init/answers.ts';
import type { Imported, ImportedNode } from '../../init/imported.ts';
import type { Unassigned } from '../../init/inventory/roles.ts';
import { isIpv4 } from '../../init/values.ts';
import { Failure } from '../../shared/failure.ts';
import type { Given } from './given.ts';
import type { SeenRouter } from './lookAtRouter.ts';

/** All that is known before anything is written. */
export interface Known {
  readonly given: Given;
  readonly seen: SeenRouter | undefined;
  readonly imported: readonly Imported[];
  /** Whether a site.yaml is there. */
  readonly hasSite: boolean;
  /** Nodes that are there. */
  readonly present: number;
}

/** What is to be written; no site where the one that is there stays. */
export interface Completed {
  readonly site: SiteAnswers | undefined;
  readonly nodes: readonly (Unassigned | ImportedNode)[];
}

/** Puts together what was said, seen and imported. A Failure names everything that nobody said, at once. */
export function complete(known: Known): Completed {
  const missing: string[] = [];
  const site = known.hasSite && !saysSite(known.given) ? undefined : siteOf(known, missing);
  const nodes = [...known.given.nodes, ...known.imported.flatMap((each) => each.nodes)].filter(
    ({ macs }) => macs.length > 0,
  );
  if (nodes.length === 0 && known.present === 0)
    missing.push(
      '--node name=node1,mac=98:fa:9b:1c:2d:01,address=192.168.26.11   a machine, once for each; or --import ansible:FILE, matchbox:FOLDER, leases:FILE',
    );
  if (missing.length === 0) return { site, nodes };
  throw new Failure(
    'usage',
    ['not all that is needed was said:', ...missing.map((line) => `  ${line}`)].join('\n'),
    {
      next: 'say it with these options, or run pilotlight init on a terminal, without --yes; nothing was written',
    },
  );
}

/** Whether anything was said that stands in site.yaml. */
export function saysSite({
  domain,
  name,
  network,
  dhcpPool,
  router,
  routerAddress,
  storage,
  k3s,
  authorizedKeys,
  hostKeys,
}: Given): boolean {
  const said = [domain, name, network, dhcpPool, router, routerAddress, storage, k3s];
  return said.some((each) => each !== undefined) || authorizedKeys.length > 0 || hostKeys.length > 0;
}

function siteOf({ given, seen, imported }: Known, missing: string[]): SiteAnswers {
  const need = (value: string | undefined, option: string): string => {
    if (value === undefined) missing.push(option);
    return value ?? '';
  };
  const { router } = given;
  const typed = router !== undefined && isIpv4(router.host) ? router.host : undefined;
  const address = given.routerAddress ?? seen?.address ?? typed;
  const k3s = given.k3s ?? imported.flatMap((each) => each.site.k3sVersion ?? [])[0];
  const keys = [
    ...new Set([...given.authorizedKeys, ...imported.flatMap((each) => each.site.authorizedKeys ?? [])]),
  ];
  const domain = need(given.domain, '--domain rack.example.org   the DNS domain of the nodes');
  const cidr = need(
    given.network ?? seen?.cidr,
    '--network 192.168.26.0/24   the network that the nodes are on',
  );
  const routerOption =
    router === undefined
      ? '--router 192.168.26.1   the router; with its user, root@192.168.26.1, it is looked at over SSH'
      : '--router-address 192.168.26.1   the address of the router on the network of the nodes';
  const routerAddress = need(address, routerOption);
  if (k3s === undefined)
    missing.push('--k3s v1.34.1+k3s1   the release of K3s; or --no-k3s for machines without Kubernetes');
  if (keys.length === 0)
    missing.push(
      '--authorized-key ~/.ssh/id_ed25519.pub   a public key that may log in to the nodes, or its file',
    );
  const storage = given.storage ?? seen?.storages[0];
  return {
    domain,
    name: given.name,
    cidr,
    dhcpPool: given.dhcpPool ?? seen?.dhcpPool,
    router: {
      address: routerAddress,
      storage,
      user: router?.user,
      port: router?.port,
      hostKeys: seen?.hostKeys ?? given.hostKeys,
    },
    k3sVersion: k3s === false ? undefined : k3s,
    authorizedKeys: keys,
  };
}
