import { parse as parseYaml } from 'yaml';
import { parse } from '../../src/ipxe/parse.ts';
import { fileTexts, type Ignition, type Result } from './release.ts';

/**
 * What of a release a value must never change: the statements, commands, numbers of words and settings of its scripts, how many files, units
 * and users its configurations, which keys the files of a node.
 */
export function shapeOf({ rendered }: Result): unknown {
  return [...rendered].map(([path, text]) => [kindOf(path), shapes[kindOf(path)](text)]);
}

type Kind = 'ipxe' | 'bu' | 'ign';

function kindOf(path: string): Kind {
  const kind = path.split('.').at(-1);
  if (kind === 'ipxe' || kind === 'bu' || kind === 'ign') return kind;
  throw new Error(`what kind of file is ${path}?`);
}

const shapes: Readonly<Record<Kind, (text: string) => unknown>> = {
  ipxe: (text) =>
    parse(text).statements.map(({ label, commands, comment, unfinished }) => [
      label === undefined,
      commands.map(({ words }) => [words.length, settingsIn(words.map(({ text: word }) => word).join(' '))]),
      comment === undefined,
      unfinished,
    ]),
  bu: (text) => {
    const { variant, version, storage, systemd, passwd } = parseYaml(text);
    return [variant, version, storage.files.length, systemd.units.length, passwd.users.length];
  },
  ign: (text) => {
    const config = JSON.parse(text) as Ignition;
    const { storage = {}, systemd = {}, passwd = {} } = config;
    return [
      storage.files?.length,
      storage.disks?.length,
      storage.filesystems?.length,
      storage.directories?.length,
      storage.links?.length,
      systemd.units?.map(({ contents = '' }) => contents.split('\n').length),
      passwd.users?.map(({ sshAuthorizedKeys = [] }) => sshAuthorizedKeys.length),
      [...fileTexts(config)].map(([path, each]) => fileShape(path, each)),
    ];
  },
};

/** The settings that iPXE puts into a command. */
function settingsIn(command: string): string[] {
  return [...command.matchAll(/\$\{([^}]*)/g)].map(([, name = '']) => name);
}

/** The keys of a file whose form is known, and the lines of another one. */
function fileShape(path: string, text: string): unknown {
  if (path.endsWith('.nmconnection')) return iniKeys(text);
  if (path.endsWith('.toml')) return iniKeys(text);
  if (path.endsWith('/config.yaml')) return Object.keys(parseYaml(text) as object);
  if (path.endsWith('.env')) return text.match(/^[A-Z0-9_]+=/gm);
  if (path.endsWith('.json')) return Object.keys(JSON.parse(text) as object);
  return text.split('\n').length;
}

/** Sections and keys of a keyfile, or of TOML as we write it. */
function iniKeys(text: string): string[] {
  return text.split('\n').map((line) => (line.startsWith('[') ? line : line.replace(/ ?=.*$/, '')));
}
