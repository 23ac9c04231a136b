import { check, summarize } from '../app/check.ts';
import { type PlannedSite, planWritten } from '../app/plan.ts';
import { publish } from '../app/publish.ts';
import type { WrittenSite } from '../app/release.ts';
import type { Selection } from '../app/sites.ts';
import type { World } from '../app/world.ts';
import { Failure } from '../shared/failure.ts';
import { type Base, findBase } from './base.ts';
import { deploySites } from './deploy.ts';
import type { Event } from './event.ts';
import { updateImages } from './images.ts';
import type { Inputs } from './inputs.ts';
import { originOf } from './origin.ts';
import { type ReimageSurroundings, reimageNodes } from './reimage.ts';
import type { Note, Result } from './result.ts';
import { statusOfSites } from './status.ts';

/** Where a command works, and who is told while it does. */
export interface Surroundings extends ReimageSurroundings {
  readonly event: Event;
  readonly world: World;
}

/** Carries out the command. */
export async function runCommand(inputs: Inputs, surroundings: Surroundings): Promise<Result> {
  const { event, world } = surroundings;
  switch (inputs.command) {
    case 'deploy':
      return deploySites(inputs, event, world);
    case 'reimage':
      return reimageNodes(inputs, surroundings, world);
    case 'status':
      return statusOfSites(inputs, world);
    case 'images':
      return updateImages(inputs, world);
    case 'check':
      return { ...(await check({ folder: inputs.inventory, site: inputs.site }, world)), notes: [] };
    default:
      return publishSites(inputs, surroundings);
  }
}

/** Makes releases and compares them. `publish` goes on where nothing can be compared; `plan` fails there when a person can mend it. */
async function publishSites(inputs: Inputs, { event, out, world }: Surroundings): Promise<Result> {
  const selection: Selection = { folder: inputs.inventory, site: inputs.site };
  const started = world.now();
  const { sites } = await publish(selection, { out, origin: originOf(event) }, world);
  const compared = await compare(sites, { inputs, event, selection, world });
  return { ...summarize(compared.sites, world.now() - started), ...compared };
}

interface Comparison {
  readonly inputs: Inputs;
  readonly event: Event;
  readonly selection: Selection;
  readonly world: World;
}

async function compare(
  written: readonly WrittenSite[],
  comparison: Comparison,
): Promise<Pick<Result, 'sites' | 'notes'>> {
  const { inputs, event, selection, world } = comparison;
  if (written.every(({ folder }) => folder === undefined)) return { sites: written, notes: [] };
  const base = await findBase(inputs, event);
  if (base.request === undefined) return { sites: written, notes: [nothingCompared(base, inputs)] };
  const sites: (WrittenSite | PlannedSite)[] = [];
  const notes: Note[] = [];
  for (const site of written) {
    try {
      sites.push(await planWritten(selection, site, base.request, world));
    } catch (error) {
      if (!(error instanceof Failure) || (inputs.command === 'plan' && base.asked)) throw error;
      sites.push(site);
      notes.push({ level: 'warning', text: `nothing was compared for ${site.name}: ${error.message}` });
    }
  }
  return { sites, notes };
}

function nothingCompared(base: Base & { request: undefined }, { command }: Inputs): Note {
  const text = `nothing was compared: ${base.why}`;
  if (!base.mendable) return { level: 'notice', text };
  if (command !== 'plan') return { level: 'warning', text };
  throw new Failure('usage', `there is no plan, because ${base.why}`);
}
