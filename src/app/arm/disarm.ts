import { removeServed } from '../../deploy/run/removeServed.ts';
import type { World } from '../../ports/world.ts';
import type { DisarmReport } from '../../report/disarmReport.ts';
import { type ArmedNode, readGate } from '../../router/gate/state.ts';
import { Failure } from '../../shared/failure.ts';
import { ownerOf } from '../storage/owner.ts';
import { armedFiles } from './armedFiles.ts';
import { type FilesRun, type GateRequest, type GateRun, onEachGate } from './eachGate.ts';
import { isNamed } from './nodes.ts';

/** Takes the permission to be installed back from nodes; `all` means every one that is armed. */
export async function disarm(
  request: GateRequest & { readonly names: readonly string[] | 'all' },
  world: World,
): Promise<DisarmReport[]> {
  const { names } = request;
  const known = new Set<string>();
  const reports = await onEachGate(request, world, onGate, onFiles);
  const unknown = names === 'all' ? [] : names.filter((name) => !known.has(name));
  if (unknown.length > 0) throw unknownNames(unknown, reports);
  return reports;

  async function onGate(run: GateRun): Promise<DisarmReport> {
    const { gate, site } = run;
    const { armed } = readGate(await gate.state());
    const wanted = armed.filter(
      (node) => names === 'all' || names.some((name) => isMeant(run, node, name, known)),
    );
    const disarmed: string[] = [];
    for (const { hostname, macs } of wanted) {
      const [mac] = macs;
      if (mac !== undefined && (await gate.disarm(mac))) disarmed.push(hostname);
    }
    return { site, disarmed, idle: names === 'all' ? [] : idleNodes(run, names, armed, known) };
  }

  async function onFiles(run: FilesRun): Promise<DisarmReport> {
    const { site, place, tools } = run;
    const files = await armedFiles(run);
    const wanted = files.filter(
      ({ armed }) => names === 'all' || names.some((name) => isMeant(run, armed, name, known)),
    );
    const owner = ownerOf('disarm', world);
    const paths = wanted.map(({ path }) => path);
    if (paths.length > 0) await removeServed({ settings: place.settings, owner, paths }, tools);
    const armed = files.map((each) => each.armed);
    return {
      site,
      disarmed: wanted.map((each) => each.armed.hostname),
      idle: names === 'all' ? [] : idleNodes(run, names, armed, known),
    };
  }
}

/** Whether a person means an armed node: also one that is no longer in the inventory. */
function isMeant(
  { opened }: Pick<GateRun, 'opened'>,
  { hostname }: Pick<ArmedNode, 'hostname'>,
  name: string,
  known: Set<string>,
): boolean {
  const node = opened.inventory?.site.nodes.find((each) => each.hostname === hostname);
  const meant = isNamed(
    node ?? { name: hostname, hostname, shortName: hostname.split('.', 1)[0] ?? '' },
    name,
  );
  if (meant) known.add(name);
  return meant;
}

/** Nodes that were named and are not armed. */
function idleNodes(
  { opened }: Pick<GateRun, 'opened'>,
  names: readonly string[],
  armed: readonly Pick<ArmedNode, 'hostname'>[],
  known: Set<string>,
): string[] {
  const nodes = opened.inventory?.site.nodes ?? [];
  return names.flatMap((name) => {
    const node = nodes.find((each) => isNamed(each, name));
    if (node === undefined) return [];
    known.add(name);
    return armed.some(({ hostname }) => hostname === node.hostname) ? [] : [node.hostname];
  });
}

function unknownNames(unknown: readonly string[], reports: readonly DisarmReport[]): Failure {
  const disarmed = reports.flatMap((report) => report.disarmed);
  const done = disarmed.length === 0 ? '' : `; disarmed: ${disarmed.join(', ')}`;
  const names = unknown.map((name) => JSON.stringify(name)).join(', ');
  return new Failure('usage', `no node named ${names} is armed, or in the inventory${done}`, {
    next: 'pilotlight armed lists what is armed',
  });
}
