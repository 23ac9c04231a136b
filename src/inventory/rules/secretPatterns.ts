/** What a text gives away, in words; undefined when nothing in it looks like a secret. */
export function secretLike(text: string): string | undefined {
  return patterns.find(([pattern]) => pattern.test(text))?.[1];
}

/** What a value under a key gives away by the key's name. References and templates give nothing away. */
export function secretByName(key: string, value: string): string | undefined {
  const given = value.trim();
  if (!secretKey.test(key) || given.length < 4 || placeholder.test(given)) return undefined;
  return `${key} has its value in clear`;
}

const secretKey =
  /^(password|passwd|passphrase|token|secret[-_]?key|api[-_]?key|private[-_]?key|client[-_]?secret|access[-_]?token|psk|authorization)$/i;

/** References, templates, variables, paths, markers of rendering, and words for nothing. */
const placeholder = /\{\{|\$\{|\$\(|^\/|^<.*>$|^@@pilotlight:|^(null|none|true|false)$|^[{[&*|>]/i;

/** Forms that hardly anything but a secret has. Every repetition is bounded, so that no text takes long. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----/, 'a private key'],
  [/\bPuTTY-User-Key-File-\d/, 'a private key'],
  [/\bAGE-SECRET-KEY-1[0-9A-Z]{20}/, 'an age key'],
  [/\$(?:1|5|6|7|y|gy|2[aby])\$[./A-Za-z0-9$=,]{16}/, 'a password hash'],
  [/\bK10[0-9a-f]{64}::/, 'a token of a K3s cluster'],
  [/\bgh[pousr]_[A-Za-z0-9]{36}/, 'a GitHub token'],
  [/\bgithub_pat_[A-Za-z0-9_]{22}/, 'a GitHub token'],
  [/\bglpat-[A-Za-z0-9_-]{20}/, 'a GitLab token'],
  [/\bxox[abprs]-[A-Za-z0-9-]{10}/, 'a Slack token'],
  [/\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/, 'an AWS access key'],
  [/\beyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,4000}\./, 'a JSON Web Token'],
  [/\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{1,64}:[^\s/@{$]{3,128}@/, 'a URL with a password'],
];
