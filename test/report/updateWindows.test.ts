import { describe, expect, test } from 'vitest';
import { updatesTable, updatesText } from '../../src/report/updateWindows.ts';

const window = (days: string, start: string, lengthMinutes: number) => ({
  days: days.split(' '),
  start,
  lengthMinutes,
});

describe('when a node may reboot for updates', () => {
  test.each([
    [window('Tue', '01:00', 240), 'Tue 01:00–05:00'],
    [window('Mon Tue Wed Thu Fri Sat Sun', '01:00', 240), 'daily 01:00–05:00'],
    [window('Sat Sun', '23:00', 180), 'Sat, Sun 23:00–02:00 next day'],
    [window('Fri Mon Tue Wed', '00:00', 1440), 'Mon–Wed, Fri 00:00–24:00'],
    [window('Sun', '12:00', 720), 'Sun 12:00–24:00'],
    [window('Sun', '12:00', 1440), 'Sun 12:00–12:00 next day'],
    [window('Sat', '12:30', 2205), 'Sat 12:30 for 36 h 45 min'],
    [window('Sat', '12:30', 2160), 'Sat 12:30 for 36 h'],
    [window('Sat', '12:30', 10_080), 'at any time'],
  ])('%j is %s', (each, text) => {
    expect(updatesText({ strategy: 'windows', windows: [each] })).toBe(text);
  });

  test('several windows stand beside each other', () => {
    const windows = [window('Tue', '01:00', 60), window('Wed', '02:00', 60)];
    expect(updatesText({ strategy: 'windows', windows })).toBe('Tue 01:00–02:00, Wed 02:00–03:00');
  });

  test('without windows there is a word for it', () => {
    expect(updatesText({ strategy: 'immediate', windows: [] })).toBe('at any time');
    expect(updatesText({ strategy: 'off', windows: [] })).toBe('never by itself');
    expect(updatesText({ strategy: 'windows', windows: [] })).toBe('never by itself');
  });
});

describe('the table', () => {
  const updates = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      node: `n${index}`,
      strategy: 'off' as const,
      windows: [],
    }));

  test('is empty without nodes, and short in a large site', () => {
    expect(updatesTable([])).toBe('');
    expect(updatesTable(updates(50)).split('\n')).toHaveLength(52);
    expect(updatesTable(updates(1051)).split('\n').slice(-3)).toEqual([
      'n49    never by itself',
      '… and 1001 more nodes',
      '',
    ]);
  });
});
