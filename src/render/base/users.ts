import type { User } from '../../inventory/model/node.ts';
import { secretMarker } from '../../shared/secret.ts';
import type { ButaneUser } from '../butane/config.ts';

/** A user with keys and groups; a password's hash stays a marker. */
export function butaneUser({ name, sshAuthorizedKeys, groups, passwordHash }: User): ButaneUser {
  return {
    name,
    ...(passwordHash === undefined ? {} : { password_hash: secretMarker(passwordHash) }),
    ...(sshAuthorizedKeys.length === 0 ? {} : { ssh_authorized_keys: [...sshAuthorizedKeys] }),
    ...(groups.length === 0 ? {} : { groups: [...groups] }),
  };
}
