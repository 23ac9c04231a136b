import { firstFew } from '../firstFew.ts';
import type { Flaw } from '../flaw.ts';
import type { ElementText } from '../nodeFiles.ts';
import { textFlaw } from '../textFlaw.ts';
import { positionAt } from '../texts.ts';

/** What a secret looks like. A group named `value` narrows the match to the secret itself. */
interface SecretShape {
  readonly what: string;
  readonly pattern: RegExp;
}

/** Forms that are unmistakable wherever they stand; sources: the documentation of each issuer. */
const shapes: readonly SecretShape[] = [
  { what: 'a private key', pattern: /-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?-----/g },
  {
    what: 'a K3s token',
    pattern: /\bK10[0-9a-f]{16,128}::(?:[\w-]{1,40}:)?(?<value>[^\s"':]{6,200})(?![^\s"'])/g,
  },
  {
    what: 'a GitHub token',
    pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{60,255})\b/g,
  },
  { what: 'a GitLab token', pattern: /\bglpat-[A-Za-z0-9_-]{20,255}/g },
  { what: 'an AWS access key', pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g },
  { what: 'a Google API key', pattern: /\bAIza[0-9A-Za-z_-]{35}\b/g },
  { what: 'a Slack token', pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{10,255}/g },
  { what: 'a Tailscale key', pattern: /\btskey-[a-z]{2,20}-[A-Za-z0-9-]{16,255}/g },
  { what: 'an age key', pattern: /\bAGE-SECRET-KEY-1[0-9A-Z]{50,100}\b/g },
  { what: 'a signed token (JWT)', pattern: /\beyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{10,2000}/g },
  {
    what: 'a password in a URL',
    pattern: /:\/\/[^\s/:@"'$]{1,100}:(?<value>[^\s/@"'$]{3,200})@/g,
  },
  {
    what: 'a secret setting',
    pattern:
      /^[ \t]*(?:psk|wep-key\d|private-key|PrivateKey|PresharedKey|preshared-key)[ \t]*=[ \t]*(?<value>\S{8,200})/gm,
  },
  {
    what: 'a secret setting',
    pattern:
      /(?:TOKEN|PASSWORD|PASSWD|SECRET|SECRET_KEY|API_?KEY)[ \t]*[=:][ \t]*["']?(?<value>[^\s"'$%<>{}()]{8,400})/g,
  },
  {
    what: 'a token',
    pattern: /^[ \t]*(?:agent-)?token:[ \t]*["']?(?<value>[^\s"'$<>{}]{8,400})/gm,
  },
];

/** Values that are no secrets: references, paths, and words that stand for a value. */
const harmless =
  /@@pilotlight:secret:|^\/|^(?:file|env|https?):|^[*.xX]+$|^(?:changeme|example|placeholder|redacted|none|false|true)$/i;

/** PL3204: what looks like a secret in clear in a text. The message never has the secret itself. */
export function clearSecrets(source: ElementText, where: string): Flaw[] {
  const toldLines = new Set<number>();
  return firstFew(candidates(source.text), ({ what, value, from }) => {
    if (harmless.test(value)) return [];
    const position = positionAt(source.text, from, from + value.length);
    if (toldLines.has(position.line)) return [];
    toldLines.add(position.line);
    const hint = 'write {{ secret.NAME }} in its place';
    return [textFlaw('PL3204', source, position, `${where} has ${what} in clear`, hint)];
  });
}

interface Candidate {
  readonly what: string;
  readonly value: string;
  /** Offset of the value in the text. */
  readonly from: number;
}

function* candidates(text: string): Generator<Candidate> {
  for (const { what, pattern } of shapes) {
    for (const match of text.matchAll(pattern)) {
      const value = match.groups?.value ?? match[0];
      yield { what, value, from: match.index + match[0].lastIndexOf(value) };
    }
  }
}
