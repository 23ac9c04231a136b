import type { Imported, ImportedNode } from '../../init/imported.ts';
import { nameFinder } from '../../init/inventory/nodeName.ts';
import type { Unassigned } from '../../init/inventory/roles.ts';
import { macOf } from '../../init/values.ts';
import type { World } from '../../ports/world.ts';
import { answerChecks as checks, orNothing } from './checks.ts';
import type { Known } from './complete.ts';
import type { ImportSource } from './given.ts';
import { leases, readImport } from './imports.ts';
import type { Interview } from './interview.ts';

type From = 'routerLeases' | 'typed' | 'ansible' | 'matchbox' | 'leases';

/** Asks for machines, where none were named, and for what is missing of those that were found. */
export async function askNodes(known: Known, world: World, ask: Interview): Promise<Known> {
  const none = known.given.nodes.length === 0 && known.imported.length === 0 && known.present === 0;
  const found = none ? await choose(known, world, ask) : known;
  const imported: Imported[] = [];
  for (const each of found.imported) imported.push({ ...each, nodes: await completed(each.nodes, ask) });
  return { ...found, imported };
}

async function choose(known: Known, world: World, ask: Interview): Promise<Known> {
  const { seen } = known;
  const heard = seen === undefined ? undefined : leases(seen.leases, 'leases of the router');
  const fromRouter =
    heard === undefined || heard.nodes.length === 0
      ? []
      : [
          {
            name: `from what the router gave addresses to (${heard.nodes.length})`,
            value: 'routerLeases' as const,
          },
        ];
  const from = await ask.select<From>({
    message: 'The machines',
    choices: [
      ...fromRouter,
      { name: 'I type them', value: 'typed' },
      { name: 'from an Ansible inventory', value: 'ansible' },
      { name: 'from a folder of matchbox', value: 'matchbox' },
      { name: 'from a file of leases, or /etc/ethers', value: 'leases' },
    ],
  });
  if (from === 'typed') return { ...known, given: { ...known.given, nodes: await typed(ask) } };
  const source = from === 'routerLeases' ? undefined : await sourceOf(from, ask);
  const imported = source === undefined ? heard : await readImport(source, seen?.leases, world);
  if (imported === undefined) return known;
  const nodes = await ask.checkbox({
    message: 'Which of them',
    choices: imported.nodes.map((node) => ({
      name: [node.name, node.macs[0] ?? 'no MAC', node.address ?? ''].join('  ').trim(),
      value: node,
    })),
    checked: from !== 'routerLeases',
  });
  return { ...known, imported: [{ ...imported, nodes }] };
}

async function sourceOf(
  kind: Exclude<From, 'routerLeases' | 'typed'>,
  ask: Interview,
): Promise<ImportSource> {
  return { kind, path: await ask.input({ message: 'Its path', check: checks.path }) };
}

/** A machine after the other, until no name is given. */
async function typed(ask: Interview): Promise<Unassigned[]> {
  ask.say(
    'With three machines or more, the first three are servers: the cluster goes on when one of them is gone.',
  );
  const nodes: Unassigned[] = [];
  const named = nameFinder([]);
  for (;;) {
    const more = nodes.length === 0 ? '' : ' (empty: that is all)';
    const check = nodes.length === 0 ? checks.name : orNothing(checks.name);
    const name = await ask.input({
      message: `Name of machine ${nodes.length + 1}${more}`,
      default: nodes.length === 0 ? 'node1' : undefined,
      check,
    });
    if (name.trim() === '') return nodes;
    const mac = await ask.input({ message: 'Its MAC address', check: checks.mac });
    const address = await ask.input({
      message: 'Its address (empty: the next free one)',
      default: '',
      check: orNothing(checks.address),
    });
    nodes.push({
      name: named(name.trim()),
      macs: [macOf(mac) ?? mac],
      address: address.trim(),
      role: await roleOf(ask),
      installDisk: await diskOf(ask),
    });
  }
}

async function roleOf(ask: Interview): Promise<Unassigned['role']> {
  return ask.select<Unassigned['role']>({
    message: 'Its role',
    choices: [
      { name: 'as it comes: the first three servers, then agents', value: undefined },
      { name: 'server', value: 'server' },
      { name: 'agent', value: 'agent' },
      { name: 'none: no Kubernetes', value: 'none' },
    ],
  });
}

async function diskOf(ask: Interview): Promise<string | undefined> {
  const message = 'The disk that is erased: /dev/disk/by-id/… (empty: later)';
  return (await ask.input({ message, default: '', check: orNothing(checks.disk) })).trim() || undefined;
}

/** Asks for the MAC and the disk of machines that were found without. */
async function completed(nodes: readonly ImportedNode[], ask: Interview): Promise<ImportedNode[]> {
  const complete: ImportedNode[] = [];
  for (const node of nodes) {
    const mac =
      node.macs.length > 0
        ? ''
        : await ask.input({
            message: `MAC address of ${node.name} (empty: leave it out)`,
            default: '',
            check: orNothing(checks.mac),
          });
    const macs = node.macs.length > 0 ? node.macs : [macOf(mac) ?? []].flat();
    if (macs.length === 0) continue;
    if (node.installDisk === undefined) ask.say(node.name);
    complete.push({ ...node, macs, installDisk: node.installDisk ?? (await diskOf(ask)) });
  }
  return complete;
}
