import type { Imported } from '../../init/imported.ts';
import { below } from '../../init/repository/setup.ts';
import type { World } from '../../ports/world.ts';
import type { InitReport, NextLine } from '../../report/initReport.ts';
import { Failure } from '../../shared/failure.ts';
import { compareFiles, writeChanges } from './compare.ts';
import { draftOf } from './draft.ts';
import type { Given, ImportSource } from './given.ts';
import { readImport } from './imports.ts';
import { presentFiles, withMacs } from './init.ts';
import { leftOver } from './left.ts';
import { lookAtRouter } from './lookAtRouter.ts';

export interface ImportOptions {
  readonly folder: string;
  readonly source: ImportSource;
  /** The router, where it is to be asked; its host key must be pinned, or accepted. */
  readonly given: Pick<Given, 'router' | 'hostKeys' | 'acceptHostKey'>;
  readonly version: string;
  readonly force: boolean;
  readonly planOnly: boolean;
}

/** Makes node files of machines that were found elsewhere. Whoever is in the inventory already, by a MAC, is left alone. */
export async function importNodes(
  options: ImportOptions,
  world: World,
  signal?: AbortSignal,
): Promise<InitReport> {
  const { folder, source, version } = options;
  const present = await presentFiles(folder, world);
  const seen = await seenOf(options, world, signal);
  const read = withMacs(await readImport(source, seen?.leases, world), seen);
  const nodes = read.nodes.filter(({ macs }) => macs.length > 0);
  const before = draftOf({ site: undefined, nodes: [] }, present, version).inventory;
  const known = new Map(
    before?.site.nodes.flatMap(({ name, macs }) => macs.map((mac) => [mac.toLowerCase(), name])),
  );
  const fresh = nodes.filter(({ macs }) => !macs.some((mac) => known.has(mac)));
  const draft = draftOf({ site: undefined, nodes: fresh }, present, version);
  const hasSite = present.files.has('site.yaml');
  const left = hasSite ? leftOver(draft, folder) : [];
  const files = new Map([...draft.files].map(([path, text]) => [below(folder, path), text]));
  const changes = await compareFiles(files, options.force, world);
  signal?.throwIfAborted();
  if (!options.planOnly) await writeChanges(changes, world);
  return {
    folder,
    planned: options.planOnly,
    router: [],
    warnings: empty(read),
    files: changes.map(({ text, was, ...change }) => change),
    notes: [
      ...read.notes,
      ...siteNotes(read, source),
      ...draft.notes,
      ...nodes
        .filter((node) => !fresh.includes(node))
        .map(({ name, macs }) => ({
          file: sourceName(source),
          message: `${name} is ${known.get(macs[0] ?? '') ?? 'another node'} already, and is left out`,
        })),
    ],
    left,
    next: next(folder, hasSite),
  };
}

async function seenOf(
  { given: { router, hostKeys, acceptHostKey } }: ImportOptions,
  world: World,
  signal: AbortSignal | undefined,
) {
  if (router === undefined) return undefined;
  const user = router.user ?? 'root';
  return lookAtRouter(
    { router: { ...router, user }, hostKeys, accept: async () => acceptHostKey, signal },
    world,
  );
}

function empty({ nodes }: Imported): string[] {
  if (nodes.length === 0) return ['no machines were found'];
  const without = nodes.filter(({ macs }) => macs.length === 0).map(({ name }) => name);
  return without.length === 0
    ? []
    : [
        `no file was made for ${without.join(', ')}: no MAC address is known. A router that heard of them tells it: --router root@ADDRESS`,
      ];
}

/** What an import says of the site is told: site.yaml is the person's. */
function siteNotes(
  { site: { k3sVersion, authorizedKeys = [] } }: Imported,
  source: ImportSource,
): InitReport['notes'] {
  const file = sourceName(source);
  return [
    ...(k3sVersion === undefined ? [] : [{ file, message: `for site.yaml, k3s.version: ${k3sVersion}` }]),
    ...authorizedKeys.map((key) => ({ file, message: `for site.yaml, ssh.authorizedKeys: ${key}` })),
  ];
}

function sourceName({ path }: ImportSource): string {
  return path ?? 'leases of the router';
}

function next(folder: string, hasSite: boolean): NextLine[] {
  const option = folder === 'inventory' ? '' : ` -i ${folder}`;
  return hasSite
    ? [{ command: `pilotlight${option} check`, what: 'find every mistake' }]
    : [
        {
          command: `pilotlight${option} init`,
          what: 'make site.yaml, and what the repository needs; these machines stay',
        },
      ];
}

/** Reads `ansible:PATH`, `matchbox:FOLDER`, `leases:FILE` or `leases`. Throws a Failure. */
export function readSource(text: string): ImportSource {
  const [, kind, path] = /^(ansible|matchbox|leases)(?::(.+))?$/s.exec(text) ?? [];
  if (kind === 'leases') return { kind, path };
  if ((kind === 'ansible' || kind === 'matchbox') && path !== undefined) return { kind, path };
  throw new Failure('usage', `${JSON.stringify(text)} is nothing that can be imported`, {
    next: 'write ansible:FILE, matchbox:FOLDER, leases:FILE, or leases for those of the router',
  });
}
