import type { Flaw } from './flaw.ts';
import type { FileElement, FolderElement, LinkElement, UnitElement, UserElement } from './nodeFiles.ts';
import { onceForEach } from './onceForEach.ts';
import type { ElementRule } from './rule.ts';
import { bootPath } from './rules/bootPath.ts';
import { clearSecrets } from './rules/clearSecret.ts';
import { hostnameFile } from './rules/hostnameFile.ts';
import { keyfileMode } from './rules/keyfileMode.ts';
import { duplicateKeys, noWayIn } from './rules/login.ts';
import { passingPath } from './rules/passingPath.ts';
import { clearPasswordHash, weakPasswordHash } from './rules/passwordHash.ts';
import { readOnlyPath } from './rules/readOnlyPath.ts';
import { secretInUnit, secretPermissions } from './rules/secretPermissions.ts';
import { sudoersFile } from './rules/sudoersFile.ts';
import { undecodableContents } from './rules/undecodable.ts';
import { zincatiSettings } from './rules/zincati.ts';

/** All that is wrong with a file by itself; each element is looked at once. */
export const fileFlaws = once<FileElement>([
  readOnlyPath,
  passingPath,
  bootPath,
  ({ path, texts }) => texts.flatMap((source) => clearSecrets(source, path)),
  secretPermissions,
  keyfileMode,
  sudoersFile,
  hostnameFile,
  undecodableContents,
  zincatiSettings,
]);

/** The same of a directory or a mount point. */
export const folderFlaws = once<FolderElement>([readOnlyPath, passingPath, bootPath]);

/** The same of a link. */
export const linkFlaws = once<LinkElement>([readOnlyPath, passingPath, bootPath]);

/** The same of a user. */
export const userFlaws = once<UserElement>([weakPasswordHash, clearPasswordHash, duplicateKeys, noWayIn]);

/** Secrets in a unit; its syntax and meaning are looked at as a unit. */
export const unitSecretFlaws = once<UnitElement>([
  ({ name, contents, dropins }) =>
    [contents, ...dropins.map((each) => each.contents)].flatMap((source) =>
      source === undefined ? [] : clearSecrets(source, name),
    ),
  secretInUnit,
]);

function once<T extends object>(rules: readonly ElementRule<T>[]): (element: T) => readonly Flaw[] {
  return onceForEach((element: T) => rules.flatMap((rule) => rule(element)));
}
