import type { AddressRange } from '../../init/answers.ts';
import type { RouterSurvey } from '../../ports/router.ts';
import { ipv4Number, ipv4Text } from '../../router/facts/ipv4.ts';
import { readFacts } from '../../router/facts/readFacts.ts';
import type { Disk, RouterFacts } from '../../router/facts/routerFacts.ts';
import { isOn, sectionsOf, textOf } from '../../router/facts/values.ts';
import { candidateDisks, isStorageDisk } from '../../router/plan/storageMount.ts';

/** What a router's own configuration proposes for the inventory. */
export interface RouterProposal {
  /** `OpenWrt 24.10.2` */
  readonly system: string;
  /** On the network of the nodes. */
  readonly address: string | undefined;
  readonly cidr: string | undefined;
  readonly dhcpPool: AddressRange | undefined;
  /** Mount points of disks that are no flash of the router, the best first. */
  readonly storages: readonly string[];
  /** What to know: no storage, no network. */
  readonly warnings: readonly string[];
}

/** The mount point that Pilotlight uses where nothing else is mounted. */
const usualStorage = '/mnt/usb';

/** Reads a survey for what an inventory says of the router. */
export function routerProposal(survey: RouterSurvey, host: string): RouterProposal {
  const atHost = readFacts(survey, { address: host, storage: usualStorage });
  const facts = atHost.network === undefined ? atLan(survey, atHost) : atHost;
  const { network, storage, system } = facts;
  const storages = mountPoints(facts);
  const noNetwork =
    'its network for the nodes is not clear: it has no interface lan, and not the address that was asked';
  return {
    system,
    address: network?.address,
    cidr: network === undefined ? undefined : cidrOf(network.address, network.prefixLength),
    dhcpPool: poolOf(facts),
    storages,
    warnings: [
      ...(network === undefined ? [noNetwork] : []),
      ...(storages.length > 0 ? [] : [noStorage(storage.disks)]),
    ],
  };
}

/** The router was asked by a name, or through another network: its interface `lan` is what nodes are on. */
function atLan(survey: RouterSurvey, facts: RouterFacts): RouterFacts {
  const lan = sectionsOf(facts.configuration, 'network').find(
    ({ name, type }) => name === 'lan' && type === 'interface',
  );
  const device = lan === undefined ? undefined : textOf(lan, 'device');
  const address = facts.addresses.find((each) => each.device === device || each.device === 'br-lan')?.address;
  return address === undefined ? facts : readFacts(survey, { address, storage: usualStorage });
}

function mountPoints({ storage: { disks, mounted } }: RouterFacts): string[] {
  const points = disks
    .filter(isStorageDisk)
    .flatMap(({ mount }) => (mount === undefined || isOwnFlash(mount) ? [] : [mount]));
  const usual = mounted === undefined ? [] : [usualStorage];
  return [...new Set([...usual, ...points])];
}

/** Where OpenWrt mounts its own flash. */
function isOwnFlash(mount: string): boolean {
  return /^\/(rom|overlay|boot|tmp)?(\/|$)/.test(mount);
}

function noStorage(disks: readonly Disk[]): string {
  const [disk] = candidateDisks(disks);
  return disk === undefined
    ? 'no USB storage is mounted: plug one in and give it a file system (ext4 is best) before the first deploy'
    : `no USB storage is mounted; ${disk.device} could be it: router apply mounts it at ${usualStorage}`;
}

/** The pool of the network's DHCP server: `start` and `limit` count from the network's own address. */
function poolOf({ network, dnsmasq: { pools } }: RouterFacts): AddressRange | undefined {
  const [pool] = pools;
  if (network === undefined || pool === undefined || isOn(pool.section, 'ignore', false)) return undefined;
  const start = Number(textOf(pool.section, 'start') ?? 100);
  const limit = Number(textOf(pool.section, 'limit') ?? 150);
  const { first, last } = bounds(network.address, network.prefixLength);
  const [from, to] = [first + start, Math.min(first + start + limit - 1, last - 1)];
  if (!Number.isInteger(start) || !Number.isInteger(limit) || start < 1 || limit < 1 || from > to)
    return undefined;
  return { from: ipv4Text(from), to: ipv4Text(to) };
}

function cidrOf(address: string, prefixLength: number): string {
  return `${ipv4Text(bounds(address, prefixLength).first)}/${prefixLength}`;
}

function bounds(address: string, prefixLength: number): { readonly first: number; readonly last: number } {
  const size = 2 ** (32 - prefixLength);
  const number = ipv4Number(address) ?? 0;
  const first = number - (number % size);
  return { first, last: first + size - 1 };
}
