import type { ArmedRecord } from '../../ports/gate.ts';
import type { Gates } from '../../ports/gates.ts';
import type { StorageTarget } from '../../ports/storages.ts';
import type { World } from '../../ports/world.ts';
import { type ArmedNode, readGate } from '../../router/gate/state.ts';

/** A node that a run armed, with all that another process needs to disarm it. Nothing of it is secret. */
export interface HeldArm {
  /** Of the router whose gate it is. */
  readonly target: StorageTarget;
  readonly hostname: string;
  /** `98:fa:9b:1c:2d:01`, by which the gate knows it. */
  readonly mac: string;
  readonly release: string;
  readonly digest: string;
}

/** A world that tells which nodes are armed through it: each before it is, and again when fewer are. */
export function tellingOfArms(world: World, onArms: (arms: readonly HeldArm[]) => void): World {
  const held = new Map<string, HeldArm>();
  const tell = (): void => onArms([...held.values()]);
  const open: Gates['open'] = async (target, signal) => {
    const gate = await world.gates.open(target, signal);
    return {
      ...gate,
      arm: async (record, ignition) => {
        held.set(record.macs[0], armOf(target, record));
        tell();
        await gate.arm(record, ignition);
      },
      disarm: async (mac) => {
        const was = await gate.disarm(mac);
        if (held.delete(mac)) tell();
        return was;
      },
    };
  };
  return { ...world, gates: { open } };
}

function armOf(target: StorageTarget, { hostname, macs: [mac], release, digest }: ArmedRecord): HeldArm {
  return { target, hostname, mac, release, digest };
}

/**
 * Disarms nodes of one router that another process armed. Answers which ones were armed still: not those that somebody armed with
 * something else since.
 */
export async function disarmHeld(
  arms: readonly HeldArm[],
  gates: Gates,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const [first] = arms;
  if (first === undefined) return [];
  const gate = await gates.open(first.target, signal);
  try {
    const { armed } = readGate(await gate.state());
    const ours = arms.filter((arm) => armed.some((node) => isThat(arm, node)));
    const disarmed: string[] = [];
    for (const { mac, hostname } of ours) if (await gate.disarm(mac)) disarmed.push(hostname);
    return disarmed;
  } finally {
    await gate.close().catch(() => undefined);
  }
}

function isThat(arm: HeldArm, { macs, release, digest }: ArmedNode): boolean {
  return macs[0] === arm.mac && release === arm.release && digest === arm.digest;
}
