import type { World } from '../../ports/world.ts';
import type { ArmedReport } from '../../report/armedReport.ts';
import { readGate } from '../../router/gate/state.ts';
import { armedFiles } from './armedFiles.ts';
import { type FilesRun, type GateRequest, type GateRun, onEachGate } from './eachGate.ts';

/** The nodes of each site that are armed, and what their machines did since. Nothing is written. */
export async function armed(request: GateRequest, world: World): Promise<ArmedReport[]> {
  return onEachGate(request, world, onGate, onFiles);

  async function onGate({ site, gate }: GateRun): Promise<ArmedReport> {
    const { armed: nodes, events, uptime } = readGate(await gate.state());
    return {
      site,
      target: gate.name,
      nodes: nodes.map(({ macs, armedSeconds, ...node }) => ({
        ...node,
        macs,
        seen: events
          .filter((event) => macs.includes(event.mac) && event.kind !== 'armed')
          .map((event) => ({ ...event, secondsAgo: Math.max(0, uptime - event.uptime) }))
          .filter(({ secondsAgo }) => secondsAgo <= armedSeconds)
          .map(({ kind, address, text, secondsAgo }) => ({
            kind,
            address: address ?? null,
            text,
            secondsAgo: Math.round(secondsAgo),
          })),
      })),
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
    };
  }
}
