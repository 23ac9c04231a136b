import type { Translator } from '../../ports/translator.ts';
import type { PlannedNode } from '../../reimage/plan/plan.ts';
import type { GateAccess, GateMoment } from '../../reimage/run/access.ts';
import { gateSighting } from '../../reimage/watch/gateSightings.ts';
import { sightingWords } from '../../reimage/watch/words.ts';
import type { GateEvent } from '../../router/gate/events.ts';
import { readGate } from '../../router/gate/state.ts';
import type { Digest } from '../../shared/digest.ts';
import { Failure } from '../../shared/failure.ts';
import { resolvedIgnition } from '../arm/resolvedIgnition.ts';
import type { PreparedNode } from './preparedNodes.ts';
import { nodeOf, type SiteRun } from './siteRun.ts';

/** What the gate needs to arm nodes. */
export interface Arming {
  /** The release that they are installed with. */
  readonly release: Digest;
  /** By host name. */
  readonly nodes: ReadonlyMap<string, PreparedNode>;
  /** Seconds for which each is armed. */
  readonly seconds: number;
  readonly translator: Pick<Translator, 'translate'>;
}

/** The gate of a site's router. What a node is installed with is put together when it is armed, and is nowhere before. */
export function gateAccess(run: SiteRun, arming: Arming): GateAccess {
  const { gate, reveal } = run;
  return {
    story: async (planned, signal) => {
      const { macs } = nodeOf(run, planned.hostname);
      const view = readGate(await gate.use((open) => open.state(), signal));
      const armed = view.armed.find(({ hostname }) => hostname === planned.hostname);
      const events = view.events.filter(({ mac }) => macs.includes(mac));
      const from = events.findLastIndex(({ kind }) => kind === 'armed');
      return {
        armed,
        since: from < 0 ? undefined : events.slice(from).map((event) => momentOf(event, planned)),
      };
    },
    arm: async (planned, signal) => {
      const prepared = arming.nodes.get(planned.hostname);
      if (prepared === undefined || prepared.record.digest !== planned.wanted) {
        throw new Failure('refused', 'the inventory is not what the run was planned with', {
          next: 'go back to that commit, and pilotlight reimage --resume; or --abort, and plan again',
        });
      }
      const { rendered, record } = prepared;
      const [mac, ...macs] = rendered.node.macs;
      if (mac === undefined) throw new Failure('usage', `${rendered.node.name} has no MAC`);
      const { release, seconds, translator } = arming;
      const { text } = await resolvedIgnition(rendered, release, reveal, translator);
      const { hostname } = rendered.node;
      const { digest, install } = record;
      const told = {
        hostname,
        macs: [mac, ...macs] as const,
        variant: rendered.variant,
        release,
        digest,
        install,
      };
      await gate.use((open) => open.arm({ ...told, seconds }, text), signal);
    },
    disarm: async ({ hostname }, signal) => {
      const [mac] = nodeOf(run, hostname).macs;
      if (mac !== undefined) await gate.use((open) => open.disarm(mac), signal);
    },
  };
}

function momentOf(event: GateEvent, { wanted }: PlannedNode): GateMoment {
  const sighting = gateSighting(event, wanted ?? '');
  if (sighting?.kind === 'wrongGeneration') return { kind: 'wrong-generation', text: event.text };
  return { kind: event.kind, text: sighting === undefined ? '' : sightingWords({ ...sighting, seconds: 0 }) };
}
