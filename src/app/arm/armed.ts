import type { World } from '../../ports/world.ts';
import type { ArmedReport } from '../../report/armedReport.ts';
import { readGate } from '../../router/gate/state.ts';
import { armedFiles } from './armedFiles.ts';
import { type FilesRun, type GateRequest, type GateRun, onEachGate } from './eachGate.ts';
import { endedNodes, seenEvent } from './seen.ts';

/** The nodes of each site that are armed, and what their machines did since. Nothing is written. */
export async function armed(request: GateRequest, world: World): Promise<ArmedReport[]> {
  return onEachGate(request, world, onGate, onFiles);

  async function onGate({ site, gate }: GateRun): Promise<ArmedReport> {
    const view = readGate(await gate.state());
    return {
      site,
      target: gate.name,
      nodes: view.armed.map(({ macs, armedSeconds, ...node }) => ({
        ...node,
        macs,
        seen: view.events
          .filter((event) => macs.includes(event.mac) && event.kind !== 'armed')
          .filter((event) => view.uptime - event.uptime <= armedSeconds)
          .map((event) => seenEvent(event, view.uptime)),
      })),
      ended: endedNodes(view),
    };
  }

  async function onFiles({ site, ...run }: FilesRun): Promise<ArmedReport> {
    const nodes = await armedFiles(run);
    return {
      site,
      target: run.tools.storage.name,
      nodes: nodes.map(({ armed: { hostname, variant, release, digest }, mac, holds }) => ({
        ...{ hostname, macs: [mac], variant, release, digest, remainingSeconds: null },
        progress: holds ? 'unknown' : 'void',
        seen: [],
      })),
      ended: [],
    };
  }
}
