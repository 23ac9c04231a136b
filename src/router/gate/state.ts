import type { GateState } from '../../ports/gate.ts';
import { type Digest, isDigest } from '../../shared/digest.ts';
import { type DiscoveredMachine, readDiscovered } from './discovered.ts';
import { colonMac, type GateEvent, readGateEvents } from './events.ts';
import { type HeardHostKey, readHostKeys } from './hostKeys.ts';

/** A node that may be installed. */
export interface ArmedNode {
  /** FQDN. */
  readonly hostname: string;
  /** `98:fa:9b:1c:2d:01`; the first one is the one that the gate knows it by. */
  readonly macs: readonly string[];
  readonly variant: string;
  readonly release: Digest;
  /** What the installed system has to report. */
  readonly digest: Digest;
  /** Path of the install script in the release. */
  readonly install: string;
  /** Seconds since it was armed, and until it is so no longer. */
  readonly armedSeconds: number;
  readonly remainingSeconds: number;
  /** `asked`: it got the install script. `fetched`: it got its Ignition too, and gets nothing any more. */
  readonly progress: 'waiting' | 'asked' | 'fetched';
}

/** What a gate knows, understood. */
export interface GateView {
  /** Seconds since the router started. */
  readonly uptime: number;
  /** By name. */
  readonly armed: readonly ArmedNode[];
  /** The oldest first. */
  readonly events: readonly GateEvent[];
  /** Machines that no node file names, the last seen first. */
  readonly discovered: readonly DiscoveredMachine[];
  /** The newest host key of each node that told one. */
  readonly hostKeys: readonly HeardHostKey[];
}

/** Understands what a gate said. What makes no sense is left out. */
export function readGate(state: GateState): GateView {
  return {
    uptime: state.uptime,
    armed: state.armed
      .flatMap((text) => readArmed(text, state.uptime) ?? [])
      .sort((a, b) => (a.hostname < b.hostname ? -1 : 1)),
    events: readGateEvents(state.events, state.bootId),
    discovered: readDiscovered(state.discovered, state),
    hostKeys: readHostKeys(state.hostKeys, state.bootId),
  };
}

/** An armed node from `key value` lines; undefined where they are not whole. */
function readArmed(text: string, uptime: number): ArmedNode | undefined {
  const fields = new Map(
    text.split('\n').map((line) => {
      const [key = '', ...words] = line.split(' ');
      return [key, words.join(' ')] as const;
    }),
  );
  const field = (name: string): string => fields.get(name) ?? '';
  const macs = field('macs')
    .split(' ')
    .filter((mac) => macPattern.test(mac));
  const [release, digest, progress] = [field('release'), field('digest'), field('progress')];
  const [armed, deadline] = [Number(field('armed') || Number.NaN), Number(field('deadline') || Number.NaN)];
  if (field('hostname') === '' || macs.length === 0 || !isDigest(release) || !isDigest(digest))
    return undefined;
  if (!isProgress(progress) || !Number.isFinite(armed) || !Number.isFinite(deadline)) return undefined;
  return {
    hostname: field('hostname'),
    macs: macs.map(colonMac),
    variant: field('variant'),
    release,
    digest,
    install: field('install'),
    armedSeconds: Math.max(0, uptime - armed),
    remainingSeconds: Math.max(0, deadline - uptime),
    progress,
  };
}

const macPattern = /^(?:[0-9a-f]{2}-){5}[0-9a-f]{2}$/;

function isProgress(text: string): text is ArmedNode['progress'] {
  return text === 'waiting' || text === 'asked' || text === 'fetched';
}
