import type { NetworkBoot } from '../../../ports/power.ts';
import { Failure } from '../../../shared/failure.ts';
import type { RedfishClient } from './client.ts';
import { RedfishRefusal } from './refusal.ts';
import { below, textBelow, textsBelow } from './resource.ts';
import { type RedfishSystem, readSystem } from './system.ts';

/** Statuses that tell that a resource has changed since it was read, or that its tag has to be named. */
const preconditions = [412, 428];

/** Tells a system to boot from the network at its next start, and only then. */
export async function overrideBoot(
  client: RedfishClient,
  system: RedfishSystem,
  target: string,
): Promise<NetworkBoot> {
  const allowed = textsBelow(system.resource, 'Boot', 'BootSourceOverrideTarget@Redfish.AllowableValues');
  if (allowed !== undefined && !allowed.includes(target)) {
    throw new Failure(
      'world',
      `the controller cannot boot from ${target} (it can from ${allowed.join(', ')})`,
      {
        next: 'Set `bootTarget` to one of these, or switch on booting from the network in the firmware.',
      },
    );
  }
  await patch(client, system, target);
  const { resource } = await readSystem(client, system.path);
  const enabled = textBelow(resource, 'Boot', 'BootSourceOverrideEnabled');
  const shown = textBelow(resource, 'Boot', 'BootSourceOverrideTarget');
  const asAsked = enabled === 'Once' && shown === target;
  return {
    by: 'once',
    detail: `the controller took ${target}, once${asAsked ? '' : `; it shows ${enabled ?? 'nothing'}, ${shown ?? 'nothing'}`}`,
  };
}

async function patch(client: RedfishClient, system: RedfishSystem, target: string): Promise<void> {
  const once = { BootSourceOverrideEnabled: 'Once', BootSourceOverrideTarget: target };
  // Where it has a mode at all: a BIOS boot would not find its way through UEFI's boot options.
  const hasMode = below(system.resource, 'Boot', 'BootSourceOverrideMode') !== undefined;
  const withMode = { ...once, BootSourceOverrideMode: 'UEFI' };
  const { path } = system;
  const ask = async (boot: object): Promise<void> => {
    try {
      await client.send('PATCH', path, { Boot: boot }, system.etag);
    } catch (error) {
      if (!(error instanceof RedfishRefusal && preconditions.includes(error.status))) throw error;
      const { etag } = await readSystem(client, path);
      await client.send('PATCH', path, { Boot: boot }, etag ?? '*');
    }
  };
  try {
    await ask(hasMode ? withMode : once);
  } catch (error) {
    // Some show the mode and let nobody set it.
    if (!hasMode || !(error instanceof RedfishRefusal && error.status === 400)) throw error;
    await ask(once);
  }
}
