import type { Imported } from '../../init/imported.ts';
import { repositoryFiles } from '../../init/repository/files.ts';
import { below, isPlainFolder } from '../../init/repository/setup.ts';
import type { Sources } from '../../inventory/model/source.ts';
import type { World } from '../../ports/world.ts';
import type { InitReport } from '../../report/initReport.ts';
import { Failure } from '../../shared/failure.ts';
import { compareText } from '../../shared/finding.ts';
import { askNodes } from './askNodes.ts';
import { askSite } from './askSite.ts';
import { compareFiles, writeChanges } from './compare.ts';
import { complete, type Known } from './complete.ts';
import { type Draft, draftOf } from './draft.ts';
import type { Given } from './given.ts';
import { readImport } from './imports.ts';
import type { Interview } from './interview.ts';
import { leftOver } from './left.ts';
import { lookAtRouter, type SeenRouter } from './lookAtRouter.ts';
import { nextLines } from './next.ts';
import { routerLines, serverWarnings } from './told.ts';

export interface InitOptions {
  /** Folder of the inventory, below the present one. */
  readonly folder: string;
  readonly given: Given;
  /** Tag or branch of Pilotlight that workflows and editors use. */
  readonly version: string;
  /** Whether the files around the inventory are written: workflows, README and the like. */
  readonly around: boolean;
  readonly workflows: boolean;
  /** Whether files that differ are replaced. */
  readonly force: boolean;
  readonly planOnly: boolean;
  /** Public keys of the person, that may be offered. */
  readonly publicKeys: readonly string[];
}

export interface InitHooks {
  /** Missing where nobody can be asked. */
  readonly interview?: Interview | undefined;
  readonly stoppable?: () => AbortSignal;
}

/**
 * Makes a new inventory, and what a repository needs around it: from what was said, what the router says of itself, what is imported, and what a
 * person answers. What is there and differs stays, unless it is to be replaced. All of it is written, or nothing.
 */
export async function init(options: InitOptions, world: World, hooks: InitHooks = {}): Promise<InitReport> {
  const present = await presentFiles(options.folder, world);
  const signal = hooks.stoppable?.();
  const known = await gather(options, present, world, hooks, signal);
  const draft = draftOf(complete(known), present, options.version);
  const left = leftOver(draft, options.folder);
  const changes = await compareFiles(allFiles(draft, options), options.force, world);
  signal?.throwIfAborted();
  const agreed = options.planOnly || (await agree(changes, hooks.interview));
  if (!agreed)
    throw new Failure('world', 'stopped: nothing was written', { next: 'pilotlight init begins again' });
  if (!options.planOnly) await writeChanges(changes, world);
  const { seen } = known;
  const router = draft.inventory?.site.router;
  return {
    folder: options.folder,
    planned: options.planOnly,
    router: seen === undefined ? [] : routerLines(seen),
    warnings: [...(seen?.warnings ?? []), ...serverWarnings(draft)],
    files: changes.map(({ text, was, ...change }) => change),
    notes: [...known.imported.flatMap((each) => each.notes), ...draft.notes],
    left,
    next: nextLines(options.folder, left, {
      router: router?.address ?? 'ROUTER',
      pinned: router === undefined || router.ssh.hostKeys.length > 0,
      storage: seen === undefined || seen.storages.length > 0,
      around: options.around,
    }),
  };
}

/** The files of the inventory that is there, if any. */
export async function presentFiles(folder: string, world: World): Promise<Sources> {
  if (!isPlainFolder(folder)) {
    throw new Failure('usage', `${JSON.stringify(folder)} cannot be the folder of a new inventory`, {
      next: 'name a folder below the present one, of letters, digits, dots, hyphens and underscores: --inventory inventory',
    });
  }
  const [first, ...others] = await world.inventory.readFolder(folder);
  if (others.length > 0 || (first !== undefined && first.folder !== folder && first.files.size > 0)) {
    throw new Failure('usage', `${folder} holds several sites`, {
      next: `name a folder for the new one: --inventory ${folder}/NAME`,
    });
  }
  if (first?.files.has('site.yaml') === true) return first;
  const tree = await world.textFiles.readTree(folder === '.' ? 'nodes' : `${folder}/nodes`);
  const files = [...(tree ?? [])].map(([path, text]) => {
    const relative = folder === '.' ? path : path.slice(folder.length + 1);
    return [relative, { path, relative, bytes: Buffer.from(text), executable: false }] as const;
  });
  return { folder, files: new Map(files), findings: [] };
}

async function gather(
  { given, publicKeys }: InitOptions,
  present: Sources,
  world: World,
  { interview }: InitHooks,
  signal: AbortSignal | undefined,
): Promise<Known> {
  const hasSite = present.files.has('site.yaml');
  const count = [...present.files.keys()].filter((path) => /^nodes\/[^/]+\.yaml$/.test(path)).length;
  const look = (said: Given): Promise<SeenRouter | undefined> => seenRouter(said, world, interview, signal);
  const asked =
    interview === undefined || hasSite
      ? { given, seen: await look(given) }
      : await askSite(given, { publicKeys, look }, interview);
  const imported: Imported[] = [];
  for (const source of given.imports) imported.push(await readImport(source, asked.seen?.leases, world));
  const known: Known = {
    ...asked,
    imported: imported.map((each) => withMacs(each, asked.seen)),
    hasSite,
    present: count,
  };
  return interview === undefined ? known : askNodes(known, world, interview);
}

/** Where the router heard of a machine, its MAC is known. */
export function withMacs(imported: Imported, seen: SeenRouter | undefined): Imported {
  if (seen === undefined) return imported;
  const nodes = imported.nodes.map((node) => {
    const mac = node.macs.length > 0 ? undefined : seen.macs.get(node.address ?? '');
    return mac === undefined
      ? node
      : { ...node, macs: [mac], remarks: [...(node.remarks ?? []), 'The router knows its MAC address.'] };
  });
  return { ...imported, nodes };
}

async function seenRouter(
  { router, hostKeys, acceptHostKey }: Given,
  world: World,
  interview: Interview | undefined,
  signal: AbortSignal | undefined,
): Promise<SeenRouter | undefined> {
  const user = router?.user;
  if (router === undefined || user === undefined) return undefined;
  const accept = async ({ fingerprint }: { fingerprint: string }): Promise<boolean> => {
    if (acceptHostKey) return true;
    interview?.say(
      `The router shows the host key\n  ${fingerprint}\nOn the router itself: dropbearkey -y -f /etc/dropbear/dropbear_ed25519_host_key`,
    );
    return (
      (await interview?.confirm({ message: 'Is it the right one? It is pinned then', default: false })) ===
      true
    );
  };
  return lookAtRouter({ router: { ...router, user }, hostKeys, accept, signal }, world);
}

function allFiles(
  { files, inventory }: Draft,
  { folder, version, around, workflows }: InitOptions,
): Map<string, string> {
  const secrets = new Set(inventory?.site.secrets.map(({ secret }) => secret));
  const setup = { inventory: folder, version, secrets: [...secrets].sort(compareText) };
  return new Map([
    ...[...files].map(([path, text]) => [below(folder, path), text] as const),
    ...(around ? repositoryFiles(setup, { workflows }) : []),
  ]);
}

async function agree(
  changes: readonly { readonly path: string; readonly outcome: string }[],
  interview: Interview | undefined,
): Promise<boolean> {
  const written = changes.filter(({ outcome }) => outcome === 'created' || outcome === 'replaced');
  if (interview === undefined || written.length === 0) return true;
  interview.say(`These files are written:\n${written.map(({ path }) => `  ${path}`).join('\n')}`);
  return interview.confirm({ message: 'Write them', default: true });
}
