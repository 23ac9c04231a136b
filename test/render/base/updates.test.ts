import { expect, test } from 'vitest';
import { updatesFile } from '../../../src/render/base/updates.ts';

const text = (...updates: Parameters<typeof updatesFile>) => updatesFile(...updates).contents?.inline;

test('windows', () => {
  const windows = [
    { days: ['Sat', 'Sun'], start: '23:30', lengthMinutes: 60 },
    { days: ['Wed'], start: '01:00', lengthMinutes: 30 },
  ];
  expect(text({ strategy: 'windows', windows })).toBe(`[updates]
strategy = "periodic"

[[updates.periodic.window]]
days = ["Sat", "Sun"]
start_time = "23:30"
length_minutes = 60

[[updates.periodic.window]]
days = ["Wed"]
start_time = "01:00"
length_minutes = 30
`);
});

test('at once, and never', () => {
  expect(text({ strategy: 'immediate', windows: [] })).toBe('[updates]\nstrategy = "immediate"\n');
  expect(text({ strategy: 'off', windows: [] })).toBe('[updates]\nenabled = false\n');
});
