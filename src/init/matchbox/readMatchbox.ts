import { posix } from 'node:path';
import { compareText } from '../../shared/finding.ts';
import { architectureOf } from '../architecture.ts';
import type { Imported, ImportedNode, Note } from '../imported.ts';
import { nameFinder, nodeName } from '../inventory/nodeName.ts';
import { roleOfName } from '../roleWords.ts';
import { isIpv4, macOf } from '../values.ts';
import { isObject, type Json, jsonObject, textOf, textsOf } from './json.ts';
import { readArguments } from './kernelArguments.ts';

/** A file of matchbox that can be read. */
interface Read {
  readonly file: string;
  readonly id: string;
  readonly json: Json;
}

/**
 * What a folder of matchbox says of machines: its groups that select one by MAC, with their profiles. Ignition and Butane files are named,
 * and not taken over: what of them is still needed, only a person can tell.
 *
 * @param files texts by path
 */
export function readMatchbox(files: ReadonlyMap<string, string>): Imported {
  const notes: Note[] = [];
  const profiles = new Map(readFolder(files, 'profiles', notes).map((profile) => [profile.id, profile]));
  const configurations = new Map(
    [...files.keys()].flatMap((path) =>
      /(^|\/)(ignition|generic|cloud)\//.test(path) ? [[posix.basename(path), path] as const] : [],
    ),
  );
  const named = nameFinder([]);
  const keys: string[] = [];
  const nodes = readFolder(files, 'groups', notes).flatMap((group) => {
    const metadata = isObject(group.json.metadata) ? group.json.metadata : {};
    keys.push(...textsOf(metadata, 'ssh_authorized_keys'));
    const macs = macsOf(group.json);
    if (macs.length === 0) {
      notes.push({ file: group.file, message: 'it selects no machine by its MAC address, and is left out' });
      return [];
    }
    return [nodeOf({ group, metadata, macs, profiles, configurations, named, notes })];
  });
  return {
    nodes,
    site: { authorizedKeys: [...new Set(keys)] },
    notes: notes.sort((a, b) => compareText(a.file, b.file)),
  };
}

function readFolder(files: ReadonlyMap<string, string>, folder: string, notes: Note[]): Read[] {
  return [...files]
    .filter(([path]) => new RegExp(`(^|/)${folder}/[^/]+\\.json$`).test(path))
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([file, text]) => {
      const json = jsonObject(text);
      if (json !== undefined) return [{ file, id: textOf(json, 'id') ?? posix.parse(file).name, json }];
      notes.push({ file, message: 'the file is no JSON object, and is left out' });
      return [];
    });
}

function macsOf({ selector }: Json): string[] {
  const mac = isObject(selector) ? textOf(selector, 'mac') : undefined;
  return mac === undefined ? [] : [macOf(mac) ?? []].flat();
}

interface Machine {
  readonly group: Read;
  readonly metadata: Json;
  readonly macs: readonly string[];
  readonly profiles: ReadonlyMap<string, Read>;
  readonly configurations: ReadonlyMap<string, string>;
  readonly named: (wanted: string) => string;
  readonly notes: Note[];
}

function nodeOf({ group, metadata, macs, profiles, configurations, named, notes }: Machine): ImportedNode {
  const { file, id, json } = group;
  const said = textOf(metadata, 'hostname', 'domain_name', 'name') ?? id;
  const name = named(nodeName(said) ?? 'node');
  const profileId = textOf(json, 'profile') ?? '';
  const profile = profiles.get(profileId);
  if (profile === undefined)
    notes.push({ file, message: `${name}: its profile is not there, so that nothing is known of its disk` });
  const boot = isObject(profile?.json.boot) ? profile.json.boot : {};
  const { installDisk, kept, left } = readArguments(textsOf(boot, 'args'));
  for (const { argument, why } of left) {
    notes.push({
      file: profile?.file ?? file,
      message: `${name}: the kernel argument ${JSON.stringify(argument)} is not carried over: ${why}`,
    });
  }
  const overlays = configurationOf(profile, configurations);
  if (overlays !== undefined) {
    notes.push({
      file: overlays,
      message: `${name} was made of it: copy what is still needed to overlays/${name}.bu, and name it in nodes/${name}.yaml`,
    });
  }
  const known = new Set([
    'hostname',
    'domain_name',
    'name',
    'ip',
    'ip_address',
    'ipv4_address',
    'address',
    'role',
    'arch',
    'ssh_authorized_keys',
  ]);
  for (const key of Object.keys(metadata)
    .filter((each) => !known.has(each))
    .sort(compareText)) {
    notes.push({ file, message: `${name}: ${JSON.stringify(key)} of its metadata is not carried over` });
  }
  const address = textOf(metadata, 'ip', 'ipv4_address', 'ip_address', 'address')?.split('/', 1)[0];
  return {
    name,
    macs,
    address: address !== undefined && isIpv4(address) ? address : undefined,
    role: roleOfName(textOf(metadata, 'role') ?? '') ?? roleOfWords(profileId),
    installDisk,
    architecture: architectureOf(textOf(metadata, 'arch')),
    kernelArguments: kept,
    remarks: [
      `From ${file}.`,
      ...(overlays === undefined
        ? []
        : [
            `It was made of ${overlays}: copy what is still needed to overlays/${name}.bu, and name it here:`,
            `overlays: [${name}.bu]`,
          ]),
    ],
  };
}

/** A profile such as `fcos-k3s-server` says it among other words. */
function roleOfWords(profile: string): ImportedNode['role'] {
  const roles = new Set(profile.split(/[^A-Za-z0-9]+/).map(roleOfName));
  return roles.has('server') ? 'server' : roles.has('agent') ? 'agent' : undefined;
}

function configurationOf(
  profile: Read | undefined,
  configurations: ReadonlyMap<string, string>,
): string | undefined {
  const id =
    profile === undefined ? undefined : textOf(profile.json, 'ignition_id', 'generic_id', 'cloud_id');
  return id === undefined ? undefined : (configurations.get(id) ?? configurations.get(posix.basename(id)));
}
