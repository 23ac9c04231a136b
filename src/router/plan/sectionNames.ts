import { sha256 } from '../../shared/digest.ts';

/**
 * Names of nodes as uci takes them: letters, digits and underscores. Where two would become one, both get a part of their hash, so that
 * neither depends on the other's being there first.
 */
export function sectionNames(names: readonly string[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(plain(name), (counts.get(plain(name)) ?? 0) + 1);
  return new Map(
    names.map((name) => [
      name,
      counts.get(plain(name)) === 1 ? plain(name) : `${plain(name)}_${sha256(name).slice(0, 8)}`,
    ]),
  );
}

function plain(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, '_');
}
