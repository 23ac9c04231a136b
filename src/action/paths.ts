import { type Dirent, lstatSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { Failure } from '../shared/failure.ts';
import type { AttestationInputs } from './deployInputs.ts';
import type { Inputs } from './inputs.ts';
import type { NodeInputs } from './nodeInputs.ts';

/**
 * The inputs with their paths made ready: all of them absolute but `inventory`, which is relative to the
 * workspace where it is in it, as annotations need it. A pull request may turn any path of the workspace into a link: what leads out of
 * it is refused. A path outside of the workspace is the workflow's own word.
 */
export function settlePaths(inputs: Inputs, workspace: string): Inputs {
  const settle: Settle = (name, path) => {
    if (path === undefined) return undefined;
    const absolute = resolve(workspace, path);
    if (isBelow(absolute, workspace) && leadsOut(absolute, workspace)) throw linkOut(name);
    return absolute;
  };
  const out = settle('out', inputs.out);
  if (out !== undefined && isBelow(out, workspace) && holdsLinks(out, releaseDepth)) throw linkOut('out');
  const inventory = settle('inventory', inputs.inventory) ?? workspace;
  return {
    ...inputs,
    inventory: isBelow(inventory, workspace) ? asTyped(relative(workspace, inventory)) : inventory,
    sarifFile: settle('sarif-file', inputs.sarifFile),
    out,
    reportFile: settle('report-file', inputs.reportFile),
    deploy: {
      ...inputs.deploy,
      release: settle('release', inputs.deploy.release),
      images: settle('images', inputs.deploy.images),
      to: settle('to', inputs.deploy.to),
      attestation: settleRoot(inputs.deploy.attestation, settle),
    },
    reimage: { ...inputs.reimage, carryOut: settle('carry-out', inputs.reimage.carryOut) },
    reach: settleReach(inputs.reach, settle),
  };
}

type Settle = (name: string, path: string | undefined) => string | undefined;

function settleRoot(asked: AttestationInputs | undefined, settle: Settle): AttestationInputs | undefined {
  if (asked === undefined) return undefined;
  return { ...asked, trustedRoot: settle('trusted-root', asked.trustedRoot) };
}

function settleReach({ knownHosts, secrets, kubeconfig, ...rest }: NodeInputs, settle: Settle): NodeInputs {
  const file =
    knownHosts !== undefined && 'file' in knownHosts ? settle('known-hosts', knownHosts.file) : undefined;
  return {
    ...rest,
    kubeconfig: settle('kubeconfig', kubeconfig),
    knownHosts: file === undefined ? knownHosts : { file },
    secrets: settle('secrets', secrets),
  };
}

function asTyped(path: string): string {
  return path === '' ? '.' : path.replaceAll(sep, '/');
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`);
}

/** Whether the part of a path that exists is elsewhere in truth. A link to nothing may lead anywhere. */
function leadsOut(path: string, workspace: string): boolean {
  let existing = path;
  while (existing !== workspace && lstatSync(existing, { throwIfNoEntry: false }) === undefined) {
    existing = dirname(existing);
  }
  try {
    return !isBelow(realpathSync(existing), realpathSync(workspace));
  } catch {
    return true;
  }
}

/** Folders that are made below `out`: `<site>/releases`. */
const releaseDepth = 2;

function holdsLinks(folder: string, depth: number): boolean {
  return entriesOf(folder).some(
    (entry) =>
      entry.isSymbolicLink() ||
      (depth > 1 && entry.isDirectory() && holdsLinks(join(folder, entry.name), depth - 1)),
  );
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function linkOut(name: string): Failure {
  return new Failure('refused', `the path of \`${name}\` leads through a symbolic link`, {
    next: 'remove the link from the repository, or give another path',
  });
}
