import type { NodeAnswers, SiteAnswers } from '../../init/answers.ts';
import type { Note } from '../../init/imported.ts';
import { nodeText } from '../../init/inventory/nodeText.ts';
import { type Unassigned, withRoles } from '../../init/inventory/roles.ts';
import { siteText } from '../../init/inventory/siteText.ts';
import { addressFinder } from '../../inventory/freeAddresses.ts';
import { readInventory } from '../../inventory/inventory.ts';
import type { Inventory } from '../../inventory/model/inventory.ts';
import type { SourceFile, Sources } from '../../inventory/model/source.ts';
import { ipv4Number } from '../../router/facts/ipv4.ts';
import type { Finding } from '../../shared/finding.ts';
import type { Completed } from './complete.ts';

/** An inventory that is not written yet. */
export interface Draft {
  /** Texts by path relative to the folder of the inventory. */
  readonly files: ReadonlyMap<string, string>;
  /** What `check` would say of it, together with what is there already. */
  readonly findings: readonly Finding[];
  readonly inventory: Inventory | undefined;
  readonly notes: readonly Note[];
}

/** Makes the files of an inventory, and reads them as `check` does, before anything is written. */
export function draftOf({ site, nodes }: Completed, present: Sources, version: string): Draft {
  const notes: Note[] = [];
  const placed = placedNodes({ site, nodes }, present, notes);
  const files = new Map<string, string>();
  if (site !== undefined) {
    const architectures = new Set(placed.map(({ architecture = 'x86_64' }) => architecture));
    files.set('site.yaml', siteText(site, [...architectures].sort(), version));
  }
  for (const node of placed) files.set(`nodes/${node.name}.yaml`, nodeText(node, version));
  const { value, findings } = readInventory(together(present, files));
  return { files, findings, inventory: value, notes };
}

/** What is there, with what would be written in its place. */
function together(present: Sources, files: ReadonlyMap<string, string>): Sources {
  const drafted = [...files].map(([relative, text]): [string, SourceFile] => [
    relative,
    {
      path: present.folder === '.' ? relative : `${present.folder}/${relative}`,
      relative,
      bytes: Buffer.from(text),
      executable: false,
    },
  ]);
  const findings = present.findings.filter(({ code }) => code !== 'PL1020');
  return { folder: present.folder, files: new Map([...present.files, ...drafted]), findings };
}

/** Nodes with roles, and with addresses that the router's DHCP server does not give to somebody else. */
function placedNodes({ site, nodes }: Completed, present: Sources, notes: Note[]): NodeAnswers[] {
  const kubernetes = site === undefined ? hasKubernetes(present) : site.k3sVersion !== undefined;
  const there = presentAddresses(present);
  const open = nodes.map(
    (node): Unassigned => ({ ...node, address: node.address || (there.get(node.name) ?? '') }),
  );
  const others = [...present.files.keys()].some(
    (path) => /^nodes\/[^/]+\.yaml$/.test(path) && !nodes.some(({ name }) => path === `nodes/${name}.yaml`),
  );
  // Who joins a rack that is there founds nothing.
  const roled = others
    ? open.map((node) => ({ ...node, role: node.role ?? (kubernetes ? 'agent' : 'none') }))
    : withRoles(open, kubernetes);
  const free = freeAddresses({ site, nodes: roled }, present);
  return roled.map((node): NodeAnswers => {
    if (node.address !== '' && !isIn(site?.dhcpPool ?? poolOf(present), node.address)) return node;
    const address = free();
    const why =
      node.address === ''
        ? 'its address is not known'
        : `its address ${node.address} is one that the DHCP server gives to anybody`;
    notes.push({ file: `nodes/${node.name}.yaml`, message: `${why}: it gets ${address}` });
    return { ...node, address };
  });
}

/** What nodes that are there have already: who says the same again gets the same. */
function presentAddresses(present: Sources): Map<string, string> {
  const nodes = present.files.has('site.yaml') ? (readInventory(present).value?.site.nodes ?? []) : [];
  return new Map(
    nodes.flatMap(({ name, network: { address } }) =>
      address.method === 'static' ? [[name, address.address] as const] : [],
    ),
  );
}

/** Addresses that no node has and the DHCP server does not hand out, as `discover --write` finds them. */
function freeAddresses(
  { site, nodes }: { site: SiteAnswers | undefined; nodes: readonly NodeAnswers[] },
  present: Sources,
): () => string {
  const pool = site?.dhcpPool ?? poolOf(present);
  const placed = nodes.filter(({ address }) => address !== '' && !isIn(pool, address));
  const files = new Map(placed.map((node) => [`nodes/${node.name}.yaml`, nodeText(node, '')]));
  if (site !== undefined) files.set('site.yaml', siteText(site, ['x86_64'], ''));
  const { value } = readInventory(together(present, files));
  return value === undefined ? () => 'dhcp' : addressFinder(value.site);
}

/** Before there is a site, it is taken for one with Kubernetes: that is what roles are for. */
function hasKubernetes(present: Sources): boolean {
  if (!present.files.has('site.yaml')) return true;
  return readInventory(present).value?.site.cluster !== undefined;
}

function poolOf(present: Sources): { readonly from: string; readonly to: string } | undefined {
  return present.files.has('site.yaml') ? readInventory(present).value?.site.network.dhcpPool : undefined;
}

function isIn(pool: { readonly from: string; readonly to: string } | undefined, address: string): boolean {
  const [from, to, number] = [pool?.from, pool?.to, address].map((each) => ipv4Number(each ?? ''));
  return from !== undefined && to !== undefined && number !== undefined && number >= from && number <= to;
}
