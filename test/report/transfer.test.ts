import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { byteSize } from '../../src/report/bytes.ts';
import { transferLine, transferLogLine } from '../../src/report/transfer.ts';
import { TransferRate } from '../../src/report/transferRate.ts';
import { hostileText, unsafe } from './sample.ts';

const mebibyte = 1024 * 1024;

describe('sizes', () => {
  test.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1 KiB'],
    [1536, '1.5 KiB'],
    [10 * 1024, '10 KiB'],
    [49_357, '48.2 KiB'],
    [100 * mebibyte, '100 MiB'],
    [mebibyte - 1, '1 MiB'],
    [1000 * mebibyte, '1000 MiB'],
    [1024 * mebibyte, '1 GiB'],
    [5e15, '4547 TiB'],
    [Number.NaN, '? B'],
    [-1, '? B'],
  ])('%d bytes are %s', (bytes, text) => expect(byteSize(bytes)).toBe(text));

  test('are never longer than nine characters below a million TiB', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 49 }), (bytes) => {
        const text = byteSize(bytes);
        expect(text).toMatch(/^\d{1,4}(\.\d{1,2})? (B|[KMGT]iB)$/);
        expect(text.length).toBeLessThanOrEqual(9);
      }),
    );
  });
});

const upload = {
  stage: 'upload',
  subject: 'k3s/v1',
  bytes: { done: 50 * mebibyte, total: 100 * mebibyte },
  rate: 10 * mebibyte,
};

describe('the progress of a transfer', () => {
  test('has a bar, a rate and the time left', () => {
    expect(transferLine(upload, 100, false)).toBe(
      'uploading  ━━━━━━━━━━──────────  50 MiB of 100 MiB  10 MiB/s  5.0 s left  k3s/v1',
    );
    expect(transferLogLine(upload)).toBe('uploading k3s/v1: 50 MiB of 100 MiB, 10 MiB/s, 5.0 s left');
  });

  test('is words alone where nothing is counted', () => {
    const waiting = { stage: 'lock', subject: 'waiting for louis@laptop' };
    expect(transferLine(waiting, 100, false)).toBe('locking  waiting for louis@laptop');
    expect(transferLogLine(waiting)).toBe('locking: waiting for louis@laptop');
  });

  test('fits the terminal, and cannot drive it', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 200 }), fc.boolean(), (subject, width, counted) => {
        const { bytes: _bytes, ...words } = upload;
        const line = transferLine({ ...(counted ? upload : words), subject }, width, false);
        expect(stringWidth(line)).toBeLessThanOrEqual(width);
        expect(line).not.toMatch(unsafe);
        expect(transferLogLine({ ...upload, subject })).not.toMatch(unsafe);
      }),
    );
  });
});

describe('the rate', () => {
  test('is told once it means something, and follows a link that gets slower', () => {
    const rate = new TransferRate();
    expect(rate.note(0, 0)).toBeUndefined();
    expect(rate.note(1000, 100)).toBeUndefined();
    expect(rate.note(10_000, 1000)).toBe(10_000);
    for (let second = 2; second <= 30; second++) rate.note(10_000 + 10 * (second - 1), second * 1000);
    expect(rate.note(10_310, 31_000)).toBeCloseTo(11, 0);
  });

  test('begins again where the count does', () => {
    const rate = new TransferRate();
    rate.note(0, 0);
    rate.note(5000, 1000);
    expect(rate.note(10, 2000)).toBeUndefined();
    expect(rate.note(1010, 3000)).toBe(1000);
  });
});
