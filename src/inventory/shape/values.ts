import { nearest } from '../../shared/nearest.ts';
import { isSecretReference, knownKeys, schemasAt } from './schema.ts';
import type { Context, Explanation } from './violation.ts';
import { listed, nameOf, shown, whatItIs } from './words.ts';

/** A value that is none of those that may stand there. */
export function explainChoice({ violation, pointer, value }: Context): Explanation {
  const allowed = (violation.params.allowedValues as readonly unknown[] | undefined) ?? [
    violation.params.allowedValue,
  ];
  const names = allowed.map(String);
  const meant = typeof value === 'string' ? nearest(value, names) : undefined;
  return {
    code: 'PL1103',
    message: `${nameOf(pointer)} is ${typeof value === 'object' ? whatItIs(value) : shown(value)}; it must be ${listed(names, 'or')}`,
    hint: meant === undefined ? undefined : `did you mean ${meant}?`,
  };
}

/** A text that has not the form that it must have. */
export function explainForm(context: Context): Explanation {
  const { violation, pointer, value, schemas } = context;
  if (String(value).includes('PRIVATE KEY-----')) return privateKey(context);
  const isSecretName = pointer.at(-1) === 'secret' && parentIsSecret(context);
  const { pattern } = violation.params;
  const matching = schemas.find(
    (schema) => schema.patternErrorMessage !== undefined && schema.pattern === pattern,
  );
  const words = matching?.patternErrorMessage ?? formatWords[String(violation.params.format)];
  return {
    code: 'PL1105',
    message: `${nameOf(pointer)} ${isSecretName ? 'is not a name' : `${shown(value)} is malformed`}`,
    hint: words === undefined ? undefined : `it must be ${words}`,
  };
}

const formatWords: Readonly<Record<string, string>> = { ipv4: 'an IPv4 address such as 192.168.26.1' };

/** What stands where a secret's name belongs may be its value: it is not shown. */
function parentIsSecret({ kind, document, pointer }: Context): boolean {
  return schemasAt(kind, document.value, pointer.slice(0, -1)).some(isSecretReference);
}

function privateKey({ pointer }: Context): Explanation {
  return {
    code: 'PL1110',
    message: `${nameOf(pointer)} is a private key that is written in clear`,
    hint: 'write the public half of the key, and replace the key: it is in the history of the repository',
  };
}

/** A text that is too short or too long. */
export function explainLength({ violation, pointer, value }: Context): Explanation {
  const limit = Number(violation.params.limit);
  return violation.keyword === 'minLength'
    ? {
        code: 'PL1105',
        message: `${nameOf(pointer)} is an empty text`,
        hint: 'give it a value, or delete the line',
      }
    : {
        code: 'PL1105',
        message: `${nameOf(pointer)} has ${String(value).length} characters; at most ${limit} are allowed`,
      };
}

/** A number that is too small or too large. */
export function explainRange({ pointer, value, schemas }: Context): Explanation {
  const minimum = schemas.find((schema) => schema.minimum !== undefined)?.minimum;
  const maximum = schemas.find((schema) => schema.maximum !== undefined)?.maximum;
  const range = maximum === undefined ? `at least ${minimum}` : `from ${minimum} to ${maximum}`;
  return {
    code: 'PL1106',
    message: `${nameOf(pointer)} ${shown(value)} is out of range`,
    hint: `it must be ${range}`,
  };
}

/** A list or mapping with too few or too many members. */
export function explainCount({ violation, pointer, schemas }: Context): Explanation {
  const limit = Number(violation.params.limit);
  const keys = knownKeys(schemas);
  const name = nameOf(pointer);
  if (violation.keyword === 'minItems') {
    return {
      code: 'PL1107',
      message: `${name} is an empty list; it needs at least ${limit} item${limit > 1 ? 's' : ''}`,
    };
  }
  if (violation.keyword === 'minProperties') {
    return { code: 'PL1107', message: `${name} is empty`, hint: `give it ${listed(keys, 'or')}` };
  }
  const what =
    violation.keyword === 'maxProperties'
      ? `more than one of ${listed(keys, 'and')}`
      : `more than ${limit} items`;
  return { code: 'PL1107', message: `${name} has ${what}` };
}

/** An item that stands in a list for the second time. */
export function explainRepeated({ violation, pointer, value }: Context): Explanation {
  const [first, second] = [Number(violation.params.i), Number(violation.params.j)].sort((a, b) => a - b);
  const item = (value as readonly unknown[])[second ?? 0];
  return {
    code: 'PL1108',
    message: `${nameOf(pointer)} has ${shown(item)} twice`,
    hint: 'delete one of the two',
    at: { pointer: [...pointer, Math.max(first ?? 0, second ?? 0)], what: 'value' },
  };
}
