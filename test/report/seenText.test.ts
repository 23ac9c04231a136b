import { describe, expect, test } from 'vitest';
import { type SeenEvent, seenText } from '../../src/report/seenText.ts';

const event = (kind: string, more: Partial<SeenEvent> = {}): SeenEvent => ({
  kind,
  address: '192.168.26.12',
  text: '',
  unit: null,
  lines: [],
  secondsAgo: 40,
  ...more,
});
const failed = (unit: string, ...lines: string[]) => event('failed', { unit, lines, text: `unit=${unit}` });

describe('what a machine did last', () => {
  test.each([
    [[], 'nothing yet'],
    [[event('ignition', { text: 'one.lab' })], 'fetched its Ignition 40 s ago (one.lab)'],
    [[event('ignition'), event('asked'), event('host-key')], 'fetched its Ignition 40 s ago'],
    [[event('asked', { text: 'was installed since' })], 'asked 40 s ago'],
    [
      [event('first-boot', { unit: '', text: 'unit= text=ssh-ed25519 AAAA' })],
      'booted what was installed 40 s ago',
    ],
    [
      [failed('pilotlight-k3s-install.service', 'trying', 'no server answers')],
      'K3s install failed 40 s ago: no server answers',
    ],
    [
      [
        failed(
          'pilotlight-k3s-fetch.service',
          'k3s: the hash is wrong',
          'pilotlight-k3s-fetch.service: Main process exited, code=exited, status=1/FAILURE',
          "pilotlight-k3s-fetch.service: Failed with result 'exit-code'.",
        ),
      ],
      'K3s fetch failed 40 s ago: k3s: the hash is wrong',
    ],
    [[failed('x.service', 'x.service: gone')], 'x failed 40 s ago: x.service: gone'],
    [[failed('')], 'something failed 40 s ago'],
    [[failed('a'), failed('b', 'no'), failed('a', 'yes')], 'a failed 40 s ago, 2 times: yes'],
    [[failed('a'), event('ready', { text: 'release=-' })], 'reported that it is ready 40 s ago (release=-)'],
    [[failed('a', 'x'.repeat(200)), event('asked')], `a failed 40 s ago: ${'x'.repeat(119)}…`],
    [[event('novel')], 'novel 40 s ago'],
  ])('%#', (seen, text) => {
    expect(seenText(seen)).toBe(text);
  });
});
