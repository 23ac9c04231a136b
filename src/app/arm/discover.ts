import { addressFinder } from '../../inventory/freeAddresses.ts';
import type { Site } from '../../inventory/model/site.ts';
import type { World } from '../../ports/world.ts';
import type { DiscoveredRow, DiscoverReport } from '../../report/discoverReport.ts';
import type { DiscoveredMachine } from '../../router/gate/discovered.ts';
import { nodeFile } from '../../router/gate/nodeFile.ts';
import { readGate } from '../../router/gate/state.ts';
import { type GateRequest, onEachGate } from './eachGate.ts';

/**
 * The machines that booted over the network of each site and that no node file names. With `write`, each gets a node file to be
 * completed and committed; a file that is there is left as it is.
 */
export async function discover(
  request: GateRequest & { readonly write: boolean },
  world: World,
): Promise<DiscoverReport[]> {
  return onEachGate(request, world, async ({ site, opened, gate }) => {
    const { discovered } = readGate(await gate.state());
    const model = opened.inventory?.site;
    const known = new Set(model?.nodes.flatMap(({ macs }) => macs));
    const unknown = discovered.filter(({ mac }) => !known.has(mac));
    const machines: DiscoveredRow[] = [];
    const nextAddress = model === undefined ? () => 'dhcp' : addressFinder(model);
    for (const machine of unknown) {
      const file =
        request.write && model !== undefined ? await write(machine, model, nextAddress(), world) : undefined;
      machines.push({ ...machine, file });
    }
    return { site, machines, policy: model?.unknownMachines ?? 'localBoot' };
  });
}

async function write(
  machine: DiscoveredMachine,
  { folder }: Site,
  address: string,
  world: World,
): Promise<NonNullable<DiscoveredRow['file']>> {
  const path = `${folder}/nodes/new-${machine.mac.replaceAll(':', '')}.yaml`;
  return { path, made: await world.newFiles.create(path, nodeFile(machine, address)) };
}
