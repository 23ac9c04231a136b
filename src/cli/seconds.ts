import { InvalidArgumentError } from 'commander';

const units = { s: 1, m: 60, h: 3600 } as const;

/** Reads `90s`, `5m`, `1h`, or seconds alone; an error that commander prints otherwise. */
export function seconds(text: string): number {
  const [, number = '', unit = 's'] = /^(\d{1,6})([smh])?$/.exec(text) ?? [];
  if (number === '') throw new InvalidArgumentError('Write it as 90s, 5m or 1h.');
  return Number(number) * units[unit as keyof typeof units];
}

/** Reads how many releases to keep. */
export function count(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('Write a number, such as 5.');
  return Number(text);
}
