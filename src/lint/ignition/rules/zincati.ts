import { didYouMean } from '../../../shared/nearest.ts';
import type { Flaw } from '../flaw.ts';
import type { FileElement } from '../nodeFiles.ts';
import { textFlaw } from '../textFlaw.ts';
import { positionAt } from '../texts.ts';

const folder = /^\/etc\/zincati\/config\.d\/([^/]+)$/;
const strategies = ['immediate', 'periodic', 'fleet_lock', 'marker_file'];
const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const longDays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Each key whose values are known, and what is wrong with a value of it. Source: Zincati's documentation on auto-updates. */
const checks: readonly { readonly pattern: RegExp; readonly wrong: (value: string) => string | undefined }[] =
  [
    {
      pattern: /^[ \t]*strategy[ \t]*=[ \t]*["']([^"'\n]*)["']/gm,
      wrong: (value) =>
        strategies.includes(value) ? undefined : `there is no strategy ${JSON.stringify(value)}`,
    },
    {
      pattern: /^[ \t]*start_time[ \t]*=[ \t]*["']([^"'\n]*)["']/gm,
      wrong: (value) =>
        /^([01]?\d|2[0-3]):[0-5]\d$/.test(value)
          ? undefined
          : `${JSON.stringify(value)} is no time of the form 22:30`,
    },
    {
      pattern: /^[ \t]*length_minutes[ \t]*=[ \t]*([^#\s]+)/gm,
      wrong: (value) =>
        /^[1-9]\d*$/.test(value) ? undefined : `length_minutes is ${value}, not a whole number of minutes`,
    },
    {
      pattern: /^[ \t]*days[ \t]*=[ \t]*\[([^\]]*)\]/gm,
      wrong: (value) => {
        const bad = [...value.matchAll(/["']([^"'\n]*)["']/g)]
          .map((each) => each[1] ?? '')
          .find((day) => ![...days, ...longDays].includes(day));
        return bad === undefined ? undefined : `there is no day ${JSON.stringify(bad)}`;
      },
    },
  ];

/** PL3215: settings of the update agent that it does not read or does not take. */
export function zincatiSettings({ path, texts }: FileElement): Flaw[] {
  const name = folder.exec(path)?.[1];
  if (name === undefined) return [];
  if (!name.endsWith('.toml'))
    return [
      {
        code: 'PL3215',
        message: `Zincati reads only *.toml, so not ${path}`,
        hint: `name it ${name}.toml`,
        at: ['path'],
      },
    ];
  return texts.flatMap((source) =>
    checks.flatMap(({ pattern, wrong }) =>
      [...source.text.matchAll(pattern)].flatMap((match): Flaw[] => {
        const value = match[1] ?? '';
        const message = wrong(value);
        if (message === undefined) return [];
        const from = match.index + match[0].lastIndexOf(value);
        const position = positionAt(source.text, from, from + value.length);
        return [textFlaw('PL3215', source, position, message, didYouMean(value, strategies))];
      }),
    ),
  );
}
