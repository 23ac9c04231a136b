import { type Finding, finding } from '../../../shared/finding.ts';
import type { IpxeRule } from '../context.ts';

/** What secrets look like. The first group is the part that is underlined; messages never repeat it. */
const looks: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  {
    what: 'the marker of a secret, which nothing replaces here',
    pattern: /(@@pilotlight:secret:[^@]*@@)/g,
  },
  { what: 'a private key', pattern: /(-----BEGIN [A-Z ]*PRIVATE KEY-----)/g },
  { what: 'a K3s token', pattern: /(\bK10[0-9a-f]{16,}::\S+)/g },
  { what: 'a password hash', pattern: /(\$(?:5|6|y|2[aby])\$[./A-Za-z0-9$=,]{20,})/g },
  { what: 'a password in a URL', pattern: /\b[a-z]{2,12}:\/\/[^\s/:@]*:((?!\$\{)[^\s/@]+)@/g },
  {
    what: 'the value of something named like a secret',
    pattern: /(?:password|passwd|passphrase|secret|token|api[_-]?key|access[_-]?key)=((?!\$\{)[^\s&]+)/gi,
  },
  {
    what: 'the value of a setting named like a secret',
    pattern: /^\s*set\s+\S{0,100}(?:password|passwd|secret|token)\S{0,100}\s+((?!\$\{)\S.*)$/gim,
  },
];

/** PL3020: a script holds no secret and no marker of one, in comments neither. */
export const secret: IpxeRule = ({ text, options }) => {
  // Hardly any script has one: lines are looked at only where the whole text has something.
  const suspects = looks.filter(({ pattern }) => text.search(pattern) >= 0);
  if (suspects.length === 0) return [];
  return text.split('\n').flatMap((line, index) => secretsOfLine(line, index + 1, suspects, options.file));
};

function secretsOfLine(line: string, number: number, suspects: typeof looks, file: string): Finding[] {
  const seen = new Set<number>();
  return suspects.flatMap(({ what, pattern }) =>
    [...line.matchAll(pattern)].flatMap((match) => {
      const value = match[1] ?? '';
      const column = match.index + match[0].lastIndexOf(value) + 1;
      if (seen.has(column)) return [];
      seen.add(column);
      const place = { file, line: number, column, endColumn: column + value.trimEnd().length };
      const hint = 'scripts are served to whoever asks: put it into the Ignition config';
      return [finding('PL3020', place, `here stands ${what}`, { hint })];
    }),
  );
}
