import { Failure } from '../../../shared/failure.ts';
import type { RedfishClient } from './client.ts';
import { below, linkBelow, type Resource, textBelow, textsBelow } from './resource.ts';
import { rootPath } from './session.ts';

/** The machine, as its controller shows it. */
export interface RedfishSystem {
  /** `/redfish/v1/Systems/1` */
  readonly path: string;
  readonly resource: Resource;
  readonly etag: string | undefined;
}

/**
 * Finds the machine among those that a controller has.
 *
 * @param wanted its identifier, name or UUID, where it has several
 */
export async function findSystem(
  client: RedfishClient,
  origin: string,
  wanted?: string,
): Promise<RedfishSystem> {
  const { resource: root } = await client.get(rootPath);
  const { resource: systems } = await client.get(linkBelow(root, 'Systems') ?? `${rootPath}Systems`);
  const members = below(systems, 'Members');
  const paths = (Array.isArray(members) ? members : []).flatMap((member) => linkBelow(member) ?? []);
  const direct = paths.find((path) => wanted !== undefined && lastPart(path) === wanted);
  if (direct !== undefined) return readSystem(client, direct);
  const [only, ...others] = paths;
  if (wanted === undefined && only !== undefined && others.length === 0) return readSystem(client, only);
  if (wanted !== undefined) {
    for (const path of paths) {
      const system = await readSystem(client, path);
      if (['Id', 'Name', 'UUID', 'HostName'].some((key) => system.resource[key] === wanted)) return system;
    }
  }
  const has = paths.length === 0 ? 'none' : paths.map(lastPart).join(', ');
  const why = wanted === undefined ? `${paths.length} systems` : `no system ${wanted}`;
  throw new Failure('world', `${origin} has ${why} (it has ${has})`, {
    next: 'Give `system` the identifier of the one that this machine is.',
  });
}

/** Reads a system again. */
export async function readSystem(client: RedfishClient, path: string): Promise<RedfishSystem> {
  return { path, ...(await client.get(path)) };
}

/** How a system may be reset, and where that is asked for. */
export async function resetAction(
  client: RedfishClient,
  { path, resource }: RedfishSystem,
): Promise<{ readonly target: string; readonly types: readonly string[] | undefined }> {
  const action = below(resource, 'Actions', '#ComputerSystem.Reset');
  const target = textBelow(action, 'target') ?? `${path}/Actions/ComputerSystem.Reset`;
  const types = textsBelow(action, 'ResetType@Redfish.AllowableValues');
  const info = textBelow(action, '@Redfish.ActionInfo');
  if (types !== undefined || info === undefined) return { target, types };
  const { resource: described } = await client.get(info);
  const parameters = below(described, 'Parameters');
  const type = (Array.isArray(parameters) ? parameters : []).find(
    (parameter) => textBelow(parameter, 'Name') === 'ResetType',
  );
  return { target, types: textsBelow(type, 'AllowableValues') };
}

function lastPart(path: string): string {
  return path.replace(/\/$/, '').split('/').at(-1) ?? path;
}
