import { describe, expect, test } from 'vitest';
import { baseElement } from '../../../src/render/butane/element.ts';
import { fillOutline, outlineOf } from '../../../src/render/butane/outline.ts';

const file = (contents: object) =>
  baseElement('storage.files', '/etc/motd', { path: '/etc/motd', mode: 0o644, contents });

const translated = (raw: string) => ({ raw, mountUnit: '', entries: [] });

describe('the outline of a file', () => {
  test('is the same for files that differ only in their text', () => {
    const [a, b] = [outlineOf(file({ inline: 'one\n' })), outlineOf(file({ inline: 'two\n' }))];
    expect(a?.element.value).toEqual(b?.element.value);
    expect([a?.text, b?.text]).toEqual(['one\n', 'two\n']);
  });

  test.each([
    ['local files', { local: 'motd' }],
    ['remote files', { source: 'https://example.net/motd' }],
    ['compressed texts', { inline: 'x', compression: 'gzip' }],
    ['texts with a hash', { inline: 'x', verification: { hash: 'sha256-00' } }],
    ['texts that are no Unicode', { inline: '\ud800' }],
  ])('there is none for %s', (_, contents) => {
    expect(outlineOf(file(contents))).toBeUndefined();
  });

  test('there is none for units', () => {
    expect(
      outlineOf(baseElement('systemd.units', 'a.service', { name: 'a.service', contents: 'x' })),
    ).toBeUndefined();
  });
});

describe('filling an outline', () => {
  const encoded = { source: 'data:;base64,AAAA', compression: 'gzip' };

  test('puts the encoded text in the place of the mask', () => {
    const raw =
      '{"path":"/etc/motd","contents":{"compression":"","source":"data:,pilotlight-contents"},"mode":420}';
    expect(fillOutline(translated(raw), encoded)?.raw).toBe(
      '{"path":"/etc/motd","contents":{"compression":"gzip","source":"data:;base64,AAAA"},"mode":420}',
    );
  });

  test('refuses a translation that is not of the known form, or that was warned of', () => {
    expect(fillOutline(translated('{"path":"/etc/motd"}'), encoded)).toBeUndefined();
    const raw = '{"contents":{"compression":"","source":"data:,pilotlight-contents"}}';
    const warned = {
      ...translated(raw),
      entries: [{ severity: 'warning', message: 'x', path: [], line: 0 }],
    } as const;
    expect(fillOutline(warned, encoded)).toBeUndefined();
  });
});
