import { secretsIn } from '../../../shared/secret.ts';
import type { Flaw } from '../flaw.ts';
import type { FileElement, UnitElement } from '../nodeFiles.ts';
import { octal } from '../octal.ts';

/** PL3207: a file that holds a secret and that others than its owner may read. */
export function secretPermissions({ path, mode, texts }: FileElement): Flaw[] {
  const [secret] = texts.flatMap((each) => secretsIn(each.text));
  if (secret === undefined || (mode & 0o077) === 0) return [];
  return [
    {
      code: 'PL3207',
      message: `${path} holds the secret ${secret.secret} and has mode ${octal(mode)}, so others may read it`,
      hint: `set mode: ${octal(mode & 0o700)}`,
      at: ['mode'],
    },
  ];
}

/** PL3207: a secret in a unit, which everybody may read. */
export function secretInUnit({ name, contents, dropins }: UnitElement): Flaw[] {
  return [contents, ...dropins.map((each) => each.contents)].flatMap((source): Flaw[] => {
    const [secret] = source === undefined ? [] : secretsIn(source.text);
    if (source === undefined || secret === undefined) return [];
    return [
      {
        code: 'PL3207',
        message: `${name} holds the secret ${secret.secret}, and everybody may read units`,
        hint: 'put it in a file with mode: 0600 and read that with EnvironmentFile= or LoadCredential=',
        at: source.at,
      },
    ];
  });
}
