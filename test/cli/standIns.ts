import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from '../../src/shared/digest.ts';

const set = /x86_64|aarch64/;

/**
 * Lays out short stand-ins for the big files that the lab's image lock pins, in `images/` and `k3s/` of the present folder, and pins these instead.
 * Answers their paths.
 */
export function useStandIns(lock = 'inventory/images.lock.yaml'): string[] {
  const made: string[] = [];
  let name = '';
  let folder = '';
  let version = '';
  const lines = readFileSync(lock, 'utf8')
    .split('\n')
    .filter((line) => !/^\s+size:/.test(line))
    .map((line) => {
      name = /^\s+url: \S+\/(\S+)$/.exec(line)?.[1] ?? name;
      version = /^\s+(?:- )?version: (\S+)$/.exec(line)?.[1] ?? version;
      folder = /^(coreos|k3s):$/.exec(line)?.[1] ?? folder;
      const [, before] = /^(\s+sha256: )\S+$/.exec(line) ?? [];
      if (before === undefined) return line;
      const path =
        folder === 'k3s'
          ? join('k3s', version, name)
          : join('images/coreos', version, set.exec(name)?.[0] ?? '', name);
      const text = `stand-in for ${name}\n`;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      made.push(path);
      return `${before}${sha256(text)}`;
    });
  writeFileSync(lock, lines.join('\n'));
  return made;
}
