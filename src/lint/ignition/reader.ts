import type { Pointer } from '../../inventory/model/provenance.ts';
import type { LocalFiles } from './contents.ts';
import type { Dialect } from './dialect.ts';
import type { FolderElement, KernelArguments, NodeFiles, Placed } from './nodeFiles.ts';
import { onceForEach } from './onceForEach.ts';
import { isObject, listOf, objectOf, type PlainObject, textOf } from './plainData.ts';
import { readFile, readTree } from './readFile.ts';
import { readUnit } from './readUnit.ts';
import { readUser } from './readUser.ts';

/** Reads whole configurations, given as plain data. An element that several configurations share is read once. */
export type NodeFilesReader = (config: unknown) => NodeFiles;

/** Makes a reader for a dialect. It remembers elements by identity, for as long as they live. */
export function nodeFilesReader(dialect: Dialect, localFiles: LocalFiles = new Map()): NodeFilesReader {
  const file = onceForEach((raw: PlainObject) => readFile(raw, localFiles));
  const tree = onceForEach((raw: PlainObject) => readTree(raw, localFiles));
  const unit = onceForEach((raw: PlainObject) => readUnit(raw, localFiles));
  const user = onceForEach((raw: PlainObject) => readUser(raw, dialect));
  const folder = onceForEach(readFolder);
  const link = onceForEach((raw: PlainObject) => ({
    path: textOf(raw.path) ?? '',
    target: textOf(raw.target) ?? '',
  }));
  return (config) => {
    const { storage: rawStorage, systemd, passwd } = objectOf(config);
    const storage = objectOf(rawStorage);
    return {
      files: [
        ...each(storage.files, ['storage', 'files'], file),
        ...each(storage.trees, ['storage', 'trees'], tree).flatMap(({ at, element }) =>
          element.map((one) => ({ at, element: one })),
        ),
      ],
      folders: [
        ...each(storage.directories, ['storage', 'directories'], folder),
        ...each(storage.filesystems, ['storage', 'filesystems'], folder).filter(
          ({ element }) => element.path !== '',
        ),
      ],
      links: each(storage.links, ['storage', 'links'], link),
      units: each(objectOf(systemd).units, ['systemd', 'units'], unit),
      users: each(objectOf(passwd).users, ['passwd', 'users'], user),
      kernelArguments: readKernelArguments(objectOf(config), dialect),
    };
  };
}

function readFolder(raw: PlainObject): FolderElement {
  return {
    path: textOf(raw.path) ?? '',
    kind: raw.device === undefined ? 'directory' : 'filesystem',
    mountUnit: raw.with_mount_unit === true,
  };
}

function readKernelArguments(config: PlainObject, dialect: Dialect): KernelArguments {
  const section = objectOf(config[dialect.kernelArguments]);
  const list = (key: string): Placed<string>[] =>
    listOf(section[key]).flatMap((each, index) =>
      typeof each === 'string' ? [{ at: [dialect.kernelArguments, key, index], element: each }] : [],
    );
  return { shouldExist: list(dialect.shouldExist), shouldNotExist: list(dialect.shouldNotExist) };
}

function each<T>(list: unknown, at: Pointer, read: (raw: PlainObject) => T): Placed<T>[] {
  return listOf(list).flatMap((raw, index) =>
    isObject(raw) ? [{ at: [...at, index], element: read(raw) }] : [],
  );
}
