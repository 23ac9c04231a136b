import { posix } from 'node:path';
import { readAnsible } from '../../init/ansible/readAnsible.ts';
import type { Imported } from '../../init/imported.ts';
import { readMachines } from '../../init/leases/readMachines.ts';
import { readMatchbox } from '../../init/matchbox/readMatchbox.ts';
import type { World } from '../../ports/world.ts';
import { readLeases } from '../../router/facts/leases.ts';
import { Failure } from '../../shared/failure.ts';
import type { ImportSource } from './given.ts';

/** Reads what is there: an Ansible inventory, a folder of matchbox, or leases. Nothing in it is run. */
export async function readImport(
  source: ImportSource,
  routerLeases: string | undefined,
  world: World,
): Promise<Imported> {
  if (source.kind === 'ansible') return readAnsible(await ansibleFiles(source.path, world));
  if (source.kind === 'matchbox') return readMatchbox(await matchboxFiles(source.path, world));
  if (source.path !== undefined) return leases(await whole(source.path, world), source.path);
  if (routerLeases !== undefined) return leases(routerLeases, 'leases of the router');
  throw new Failure('usage', 'there is no router to ask for its leases', {
    next: 'name it with --router root@ADDRESS, or name a file: /tmp/dhcp.leases of the router, or /etc/ethers',
  });
}

/** The machines that a text of leases, or of /etc/ethers, tells of. */
export function leases(text: string, file: string): Imported {
  return readMachines(text, file, (line) => readLeases(line)[0]);
}

/** The inventory, and the folders of variables that Ansible reads beside it. */
async function ansibleFiles(path: string, world: World): Promise<ReadonlyMap<string, string>> {
  const tree = await world.textFiles.readTree(path);
  if (tree === undefined) throw missing(path);
  const folder = posix.dirname(path);
  const beside = ['group_vars', 'host_vars'].map((name) =>
    world.textFiles.readTree(folder === '.' ? name : `${folder}/${name}`),
  );
  const isFile = tree.size === 1 && tree.has(path);
  const more = isFile ? await Promise.all(beside) : [];
  return new Map([...tree, ...more.flatMap((each) => [...(each ?? [])])]);
}

async function matchboxFiles(path: string, world: World): Promise<ReadonlyMap<string, string>> {
  const tree = await world.textFiles.readTree(path);
  if (tree === undefined) throw missing(path);
  if ([...tree.keys()].some((each) => /(^|\/)groups\/[^/]+\.json$/.test(each))) return tree;
  throw new Failure('usage', `${path} has no groups/*.json`, {
    next: 'name the folder that matchbox has its data in: /var/lib/matchbox, with groups/ and profiles/',
  });
}

async function whole(path: string, world: World): Promise<string> {
  const text = await world.textFiles.read(path);
  if (text === undefined) throw missing(path);
  return text;
}

function missing(path: string): Failure {
  return new Failure('usage', `there is no ${path}`, { next: 'see whether the path is right' });
}
