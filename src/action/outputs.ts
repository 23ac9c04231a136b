import type { DeployReport } from '../report/deployReport.ts';
import { isAsItShouldBe, siteDrift } from '../report/drift.ts';
import { imagesLockMarkdown } from '../report/imagesLockMarkdown.ts';
import type { Result, ResultSite } from './result.ts';
import type { UploadedRelease } from './upload.ts';

/** The outputs of action.yml, each as the text that later steps read. */
export type Outputs = Readonly<Record<OutputName, string>>;

type OutputName =
  | 'release'
  | 'releases'
  | 'nodes'
  | 'changed-nodes'
  | 'errors'
  | 'warnings'
  | 'path'
  | 'artifact-id'
  | 'artifact-url'
  | 'artifact-digest'
  | 'deployed'
  | 'changed'
  | 'plan'
  | 'reimage-plan'
  | 'reimaged'
  | 'drift'
  | 'drifted-nodes'
  | 'images-changed'
  | 'images-summary';

/** Nodes that somebody has to do something about. */
const changes: readonly string[] = ['reimage', 'added', 'dataAtRisk'];

/** Computes all outputs. What there is none of is empty; lists are lists nevertheless, so that `fromJSON` always works. */
export function outputsOf(result: Result, kept: boolean, uploads: readonly UploadedRelease[]): Outputs {
  const made = result.sites.flatMap(({ manifest }) => manifest ?? []);
  const errors = result.findings.filter(({ severity }) => severity === 'error').length;
  const [upload] = uploads;
  return {
    release: made[0]?.release.id ?? '',
    releases: JSON.stringify(Object.fromEntries(made.map(({ site, release }) => [site.name, release.id]))),
    nodes: JSON.stringify(result.sites.flatMap(nodeEntries)),
    'changed-nodes': JSON.stringify(result.sites.flatMap(changedNodes)),
    errors: String(errors),
    warnings: String(result.findings.length - errors),
    path: kept ? (result.sites.find(({ folder }) => folder !== undefined)?.folder ?? '') : '',
    'artifact-id': upload === undefined ? '' : String(upload.id),
    'artifact-url': upload?.url ?? '',
    'artifact-digest': upload?.digest ?? '',
    ...deployOutputs(result.deploys ?? []),
    ...reimageOutputs(result),
    ...driftOutputs(result),
    ...imagesOutputs(result),
  };
}

function reimageOutputs({ reimage }: Result): Pick<Outputs, 'reimage-plan' | 'reimaged'> {
  const { plan, outcome } = reimage?.report ?? {};
  const leaving = new Set(
    plan?.nodes.flatMap(({ hostname, removal }) => (removal === undefined ? [] : [hostname])),
  );
  const done = (outcome?.nodes ?? []).filter(
    ({ hostname, status }) => status === 'done' && !leaving.has(hostname),
  );
  return {
    'reimage-plan': reimage?.planFile ?? '',
    reimaged: JSON.stringify(done.map(({ hostname }) => hostname)),
  };
}

/** A site that could not be looked at is no drift: the step fails then. */
function driftOutputs({ statuses }: Result): Pick<Outputs, 'drift' | 'drifted-nodes'> {
  const sites = (statuses ?? []).map(({ report }) => siteDrift(report));
  const differing = sites.flatMap(({ nodes }) => nodes.filter(({ differs }) => differs));
  return {
    drift: statuses === undefined ? '' : String(sites.some((site) => !isAsItShouldBe(site))),
    'drifted-nodes': JSON.stringify(differing.map(({ hostname }) => hostname)),
  };
}

function imagesOutputs({ locks }: Result): Pick<Outputs, 'images-changed' | 'images-summary'> {
  if (locks === undefined) return { 'images-changed': '', 'images-summary': '' };
  return {
    'images-changed': String(locks.some(({ outcome }) => outcome === 'written')),
    'images-summary': imagesLockMarkdown(locks),
  };
}

/** While nobody knows what became of a plan, it counts as carried out: a later step that acts on a change does so once too often. */
function deployOutputs(deploys: readonly DeployReport[]): Pick<Outputs, 'deployed' | 'changed' | 'plan'> {
  const changed = deploys.some(
    ({ plan, outcome }) => outcome?.changed ?? plan.changes.some(({ action }) => action !== 'keep'),
  );
  return {
    deployed: deploys.find(({ outcome }) => outcome !== undefined)?.plan.release ?? '',
    changed: deploys.length === 0 ? '' : String(changed),
    plan: JSON.stringify(Object.fromEntries(deploys.map(({ site, plan }) => [site, plan]))),
  };
}

/** One entry of a matrix for each node; the digest is that of what a reimage installs. */
function nodeEntries({ manifest }: ResultSite) {
  return (manifest?.nodes ?? []).map(({ name, hostname, role, address, variants: [{ digest }] }) => ({
    site: manifest?.site.name,
    name,
    hostname,
    role,
    address,
    digest,
  }));
}

function changedNodes({ plan }: ResultSite): string[] {
  return (plan?.nodes ?? []).filter(({ change }) => changes.includes(change)).map(({ hostname }) => hostname);
}
