import { posix } from 'node:path';
import { compareText } from '../../shared/finding.ts';
import type { Entry } from './entry.ts';
import { readIni } from './ini.ts';
import { readVariables, readYaml } from './yaml.ts';

/** What all files of an inventory say, in the order of their paths. */
export function readFiles(files: ReadonlyMap<string, string>): Entry[] {
  return [...files].sort(([a], [b]) => compareText(a, b)).flatMap(([path, text]) => readFile(path, text));
}

function readFile(path: string, text: string): Entry[] {
  const [, kind, rest = ''] = /(?:^|\/)(group_vars|host_vars)\/(.+)$/.exec(path) ?? [];
  const owner = (rest.includes('/') ? rest.split('/', 1)[0] : posix.parse(rest).name) ?? '';
  if (kind === 'group_vars')
    return readVariables(text, path, (variable) => ({ kind: 'groupVariable', group: owner, variable }));
  if (kind === 'host_vars') {
    const host = rest.includes('/') ? owner : rest.replace(/\.(ya?ml|json)$/i, '');
    return readVariables(text, path, (variable) => ({ kind: 'hostVariable', host, variable }));
  }
  if (text.startsWith('#!')) {
    return [
      {
        kind: 'note',
        file: path,
        line: 1,
        message:
          'the file is a program, and is not run: save what it prints with ansible-inventory --list --yaml, and import that',
      },
    ];
  }
  return isYaml(path, text) ? readYaml(text, path) : readIni(text, path);
}

/** The name tells; where it does not, a first line such as `all:` or `---`. */
function isYaml(path: string, text: string): boolean {
  if (/\.(ya?ml|json)$/i.test(path)) return true;
  if (/\.(ini|cfg)$/i.test(path)) return false;
  const first = text.split('\n').find((line) => line.trim() !== '' && !/^\s*[#;]/.test(line)) ?? '';
  return /^---|^[\w.-]+:\s*(#.*)?$|^\{/.test(first.trim());
}
