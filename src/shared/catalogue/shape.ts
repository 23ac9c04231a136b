import { entries } from './entry.ts';

/** The shape of the inventory: what the JSON Schemas in `schemas/` say. */
export const shapeCodes = entries({
  PL1101: {
    severity: 'error',
    title: 'Unknown key',
    why: 'Nothing reads this key. An unknown key is nearly always a slip, and what it was meant to set would silently keep its default.',
    mend: 'Mend its spelling: keys are in camelCase. An editor that knows the schema (a first line `# yaml-language-server: $schema=…`) offers the keys that exist.',
  },
  PL1102: {
    severity: 'error',
    title: 'Value of the wrong type',
    why: 'A text, a number, a list or a mapping stands where something else is read. YAML decides by the way that a value is written: `0644` is a number, `"0644"` a text; `yes` is a text, `true` a truth value.',
    mend: 'Write the value in the way that the hint shows. Quotes make a text of anything.',
  },
  PL1103: {
    severity: 'error',
    title: 'Value that is not a choice',
    why: 'Only certain values have a meaning here.',
    mend: 'Take one of those that the message lists.',
  },
  PL1104: {
    severity: 'error',
    title: 'Missing key',
    why: 'There is no default that is right for everybody, so the key must be given.',
    mend: 'Add the key. The hint shows a line to begin with.',
  },
  PL1105: {
    severity: 'error',
    title: 'Malformed value',
    why: 'The text has not the form that it is read in, such as a MAC address with five pairs.',
    mend: 'Write it in the form that the hint describes.',
  },
  PL1106: {
    severity: 'error',
    title: 'Number out of range',
    why: 'The number is smaller or larger than what it is used for allows.',
    mend: 'Take a number of the range that the hint gives.',
  },
  PL1107: {
    severity: 'error',
    title: 'Too few or too many',
    why: 'A list or mapping has fewer or more members than make sense, such as a node without any MAC address.',
    mend: 'Add what is missing, or delete what is too much.',
  },
  PL1108: {
    severity: 'error',
    title: 'Item that stands twice',
    why: 'The list is a set: the second one of two equal items is a slip, usually for another one.',
    mend: 'Delete one of the two, or mend it.',
  },
  PL1109: {
    severity: 'error',
    title: 'Malformed key',
    why: 'The mapping has keys of your own choice, but they must have a certain form to be usable.',
    mend: 'Write the key in the form that the hint describes.',
  },
  PL1110: {
    secret: true,
    severity: 'error',
    title: 'Secret written in clear',
    why: 'A secret stands where a reference to one belongs. Whoever can read the repository can read it, now and in its history, and it would be in every release.',
    mend: 'Write `{ secret: NAME }` and give the value to deploy by the environment, a file or SOPS. Then change the secret itself: what was pushed once is known.',
  },
});
