import { readSecret } from '../../shared/secret.ts';
import type { User } from '../model/node.ts';
import type { Layers } from './layer.ts';
import { fromFile, type Note } from './note.ts';
import { appended } from './pick.ts';
import { at, items, text, type Written } from './written.ts';

interface Account {
  readonly keys: Map<string, Written>;
  readonly groups: Map<string, Written>;
  passwordHash?: Written;
}

/**
 * The users of a node: `core`, with the keys of `ssh.authorizedKeys`, then those of `users`. Entries of one name are
 * joined: keys and groups are added, a more specific password wins.
 */
export function resolveUsers(layers: Layers, note: Note): readonly User[] {
  const accounts = new Map<string, Account>([['core', emptyAccount()]]);
  for (const key of appended(layers, ['ssh', 'authorizedKeys'])) add(accounts.get('core')?.keys, key);
  for (const written of appended(layers, ['users'])) {
    const name = text(at(written, 'name'));
    if (name === undefined) continue;
    const account = accounts.get(name) ?? emptyAccount();
    accounts.set(name, account);
    for (const key of items(at(written, 'sshAuthorizedKeys'))) add(account.keys, key);
    for (const group of items(at(written, 'groups'))) add(account.groups, group);
    const passwordHash = at(written, 'passwordHash');
    if (readSecret(passwordHash.value) !== undefined) account.passwordHash = passwordHash;
  }
  return [...accounts].map(([name, account], index) => toUser(name, account, index, note));
}

function emptyAccount(): Account {
  return { keys: new Map(), groups: new Map() };
}

function add(list: Map<string, Written> | undefined, written: Written): void {
  const value = text(written)?.trim();
  if (value !== undefined && !list?.has(value)) list?.set(value, written);
}

function toUser(name: string, account: Account, index: number, note: Note): User {
  noteList(note, ['users', index, 'sshAuthorizedKeys'], account.keys);
  noteList(note, ['users', index, 'groups'], account.groups);
  const passwordHash = readSecret(account.passwordHash?.value);
  if (account.passwordHash !== undefined)
    note(['users', index, 'passwordHash'], fromFile(account.passwordHash));
  return {
    name,
    sshAuthorizedKeys: [...account.keys.keys()],
    groups: [...account.groups.keys()],
    ...(passwordHash === undefined ? {} : { passwordHash }),
  };
}

function noteList(note: Note, path: readonly (string | number)[], list: ReadonlyMap<string, Written>): void {
  let index = 0;
  for (const written of list.values()) note([...path, index++], fromFile(written));
}
