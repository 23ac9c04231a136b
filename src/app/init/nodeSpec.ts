import { type Role, roles } from '../../init/answers.ts';
import type { Unassigned } from '../../init/inventory/roles.ts';
import { macOf } from '../../init/values.ts';
import { Failure } from '../../shared/failure.ts';
import { didYouMean } from '../../shared/nearest.ts';

const keys = ['name', 'mac', 'address', 'role', 'disk', 'arch'] as const;

/** Reads `name=node1,mac=98:fa:9b:1c:2d:01,address=192.168.26.11,role=server,disk=/dev/disk/by-id/…`; several MACs by several `mac=`. */
export function readNode(text: string): Unassigned {
  const given = new Map<string, string[]>();
  for (const part of text.split(',')) {
    const end = part.indexOf('=');
    const key = part.slice(0, Math.max(end, 0)).trim();
    if (!(keys as readonly string[]).includes(key))
      throw wrong(text, `${JSON.stringify(part)} is none of ${keys.join('=, ')}=`, didYouMean(key, keys));
    given.set(key, [...(given.get(key) ?? []), part.slice(end + 1).trim()]);
  }
  const [name] = given.get('name') ?? [];
  const macs = given.get('mac') ?? [];
  if (name === undefined || macs.length === 0) throw wrong(text, 'name= and mac= are needed');
  const arch = given.get('arch')?.[0];
  return {
    name,
    macs: macs.map((mac) => macOf(mac) ?? mac),
    address: given.get('address')?.[0] ?? '',
    role: roleOf(text, given.get('role')?.[0]),
    installDisk: given.get('disk')?.[0],
    ...(arch === undefined ? {} : { architecture: architectureOf(text, arch) }),
  };
}

function roleOf(text: string, role: string | undefined): Role | undefined {
  if (role === undefined) return undefined;
  const known = roles.find((each) => each === role);
  if (known === undefined)
    throw wrong(
      text,
      `the role ${JSON.stringify(role)} is none of ${roles.join(', ')}`,
      didYouMean(role, roles),
    );
  return known;
}

function architectureOf(text: string, arch: string): 'x86_64' | 'aarch64' {
  if (arch === 'x86_64' || arch === 'aarch64') return arch;
  throw wrong(text, `the architecture ${JSON.stringify(arch)} is none of x86_64, aarch64`);
}

function wrong(text: string, why: string, hint?: string): Failure {
  return new Failure('usage', `--node ${JSON.stringify(text)}: ${why}`, {
    next:
      hint ??
      'write it as name=node1,mac=98:fa:9b:1c:2d:01,address=192.168.26.11,role=server,disk=/dev/disk/by-id/…',
  });
}
