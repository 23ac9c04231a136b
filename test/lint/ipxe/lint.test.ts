import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lintIpxe } from '../../../src/lint/ipxe/lint.ts';
import type { IpxeLintOptions } from '../../../src/lint/ipxe/options.ts';
import { ipxeCodes } from '../../../src/shared/catalogue/ipxe.ts';
import { scriptText } from '../../ipxe/scriptText.ts';
import { bootCases } from './bootCases.ts';
import { languageCases } from './cases.ts';

const cases = [...languageCases, ...bootCases];

function lint(text: string, options: Partial<IpxeLintOptions> = {}) {
  const whole = text.startsWith('!') ? text.slice(1) : `#!ipxe\n${text}`;
  return lintIpxe(whole, { file: 'a.ipxe', ...options });
}

describe.each(cases)('$code', ({ code, fires, silent }) => {
  test.each(fires.map(([text, at, options]) => ({ text, at, options })))('fires on $text', (given) => {
    const { text, at, options } = given;
    const places = lint(text, options)
      .filter((finding) => finding.code === code)
      .map(({ place }) => `${place.line}:${place.column}`);
    expect(places).toEqual([at]);
  });
  test.each(silent.map(([text, options]) => ({ text, options })))(
    'is silent on $text',
    ({ text, options }) => {
      expect(lint(text, options).filter((finding) => finding.code === code)).toEqual([]);
    },
  );
});

test('every rule has a case that fires and one that does not', () => {
  const covered = cases.filter(({ fires, silent }) => fires.length > 0 && silent.length > 0);
  // PL3023 belongs to the comments that silence; suppress.test.ts has its cases.
  expect([...covered.map(({ code }) => code), 'PL3023'].sort()).toEqual(Object.keys(ipxeCodes).sort());
});

test('messages name what is meant, and hints say how to mend it', () => {
  expect(lint('chian http://r/x')[0]).toMatchObject({
    message: 'iPXE has no command chian',
    hint: 'did you mean chain?',
    place: { file: 'a.ipxe', line: 2, column: 1, endColumn: 6 },
  });
  expect(lint('prompt --timeout 5s')[0]?.hint).toBe('write 5000');
});

test('a secret is never repeated', () => {
  for (const { message, hint } of lint('chain http://me:hunter2@r/x?token=hunter2')) {
    expect(`${message} ${hint}`).not.toContain('hunter2');
  }
});

describe('scripts that are right', () => {
  const lab = [
    'kernel http://192.168.26.1/pxe/fcos/kernel initrd=initramfs.img coreos.live.rootfs_url=http://192.168.26.1/pxe/fcos/rootfs.img coreos.liveiso=1 rd.neednet=1 ip=dhcp console=tty0 console=ttyS0,115200n8 ipv6.disable=1',
    'initrd http://192.168.26.1/pxe/fcos/initramfs.img',
    'boot',
  ];

  test('the lines that the lab used', () => {
    expect(lint(`${lab.join('\n')}\n`)).toEqual([]);
    expect(lint(`${lab.join('\r\n')}\r\n`)).toEqual([]);
  });

  test('a script by MAC with a way home', () => {
    const text = [
      'echo ${net0/mac} asks',
      'chain http://192.168.26.1/cgi-bin/gate/${net0/mac:hexhyp} || goto local',
      'exit',
      ':local',
      'sanboot --no-describe --drive 0x80 ||',
      'exit 1',
    ].join('\n');
    expect(lint(text)).toEqual([]);
  });
});

test('any text: lint ends, and every finding stands in the text', () => {
  fc.assert(
    fc.property(scriptText, (text) => {
      const lines = text.split('\n');
      for (const { place } of lintIpxe(text, { file: 'a.ipxe', url: 'http://r/a.ipxe' })) {
        expect(place.line).toBeGreaterThanOrEqual(1);
        expect(place.line).toBeLessThanOrEqual(lines.length);
        expect(place.column).toBeGreaterThanOrEqual(1);
        expect(place.column).toBeLessThanOrEqual((lines[place.line - 1] ?? '').length + 1);
        if (place.endColumn !== undefined) expect(place.endColumn).toBeGreaterThanOrEqual(place.column);
      }
    }),
    { numRuns: 500 },
  );
});
