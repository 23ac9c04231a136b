import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { smallText } from '../../../src/adapters/storage/shell/smallText.ts';
import { pointerText, readPointer } from '../../../src/deploy/pointer.ts';
import { recordLine } from '../../../src/deploy/record.ts';
import { parseSeal, sealText } from '../../../src/deploy/seal.ts';
import { type Digest, sha256 } from '../../../src/shared/digest.ts';
import { contents, pairs } from '../../deploy/slots.ts';
import { type Driver, startDriver } from './driver.ts';
import { makePlace, type Place, putRelease, release, shellNames, shellOf } from './place.ts';

/** The release that the gate sends machines to. */
async function current(driver: Driver): Promise<string | undefined> {
  const { body } = await driver.ask({ name: 'boot' });
  return /releases\/([0-9a-f]{64})\/boot\.ipxe\n$/.exec(body)?.[1];
}

function putSlots(place: Place, slots: readonly [string | undefined, string | undefined]): void {
  for (const [index, text] of slots.entries()) {
    const path = `state/current.${index === 0 ? 'a' : 'b'}`;
    if (text === undefined) rmSync(join(place.root, path), { force: true });
    else place.put(path, text);
  }
}

describe.each(shellNames)('the gate with %s agrees with the reader of Pilotlight', (shell) => {
  test('on every combination of the slots', async (context) => {
    const place = makePlace(shellOf(shell, context), { unknownMachines: 'ignore' });
    const whole = ['old', 'current'].map((name) => sha256(name));
    for (const id of whole) putRelease(place.put, id);
    const driver = startDriver(place, 'boot');
    const wrong: string[] = [];
    for (const [a, b] of pairs) {
      const slots = [a.text, b.text] as const;
      putSlots(place, slots);
      const shown = slots.map((text) => (text === undefined ? undefined : smallText(text))) as [
        string | undefined,
        string | undefined,
      ];
      const expected = readPointer(shown, (id) => whole.includes(id)).pointer?.release;
      if ((await current(driver)) !== expected) wrong.push(`${a.name}, ${b.name}`);
    }
    expect(wrong).toEqual([]);
    expect(pairs.length).toBe(contents.length ** 2);
    expect(driver.complaints()).toBe('');
    await driver.close();
  });

  test('on numbers around every bound', async (context) => {
    const place = makePlace(shellOf(shell, context), { unknownMachines: 'ignore' });
    const other = sha256('other');
    putRelease(place.put, other);
    const driver = startDriver(place, 'boot');
    const numbers = [
      1,
      9,
      10,
      99_999_999,
      100_000_000,
      100_000_001,
      2_147_483_648,
      4_294_967_297,
      900_719_925_474_098,
      Number.MAX_SAFE_INTEGER,
    ];
    for (const [a, first] of numbers.entries()) {
      for (const [b, second] of numbers.entries()) {
        putSlots(place, [
          pointerText({ sequence: first, release, previous: undefined }),
          pointerText({ sequence: second, release: other, previous: release }),
        ]);
        expect(await current(driver), `${first} ${second}`).toBe(a >= b ? release : other);
      }
    }
    await driver.close();
  });

  test('on seals, whole or not', async (context) => {
    const place = makePlace(shellOf(shell, context), { unknownMachines: 'ignore' });
    const driver = startDriver(place, 'boot');
    const path = `releases/${release}`;
    for (const text of seals(path)) {
      place.put(`${path}/sealed`, text);
      const holds = parseSeal(smallText(text), path) !== undefined;
      expect((await current(driver)) === release, text.slice(0, 400)).toBe(holds);
    }
    rmSync(join(place.root, path, 'sealed'));
    expect(await current(driver)).toBeUndefined();
    expect(driver.complaints()).toBe('');
    await driver.close();
  });
});

function seals(path: string): string[] {
  const good = {
    kind: 'release',
    path,
    content: release,
    files: 3,
    bytes: 4096,
    sequence: 7,
    assets: [],
  } as const;
  const fields = ['release', path, release, '3', '4096', '7', ''];
  const withField = (index: number, value: string) => recordLine('seal', fields.with(index, value));
  const assets = [
    'images/coreos/44.1/x86_64',
    'k3s/v1.35.2+k3s1',
    'images/coreos/44.1/x86_64,k3s/v1',
    'images/coreos/44.1',
    'images/coreos/44.1/x86_64/more',
    'images/coreos//x86_64',
    'images/coreos/.44/x86_64',
    'images/coreos/44./x86_64',
    'images/coreos/4~4/x86_64',
    'k3s/v1/more',
    'k3s/',
    'k3s/.',
    'k3s/..',
    'k3s',
    'k3s/v1,',
    ',k3s/v1',
    'k3s/v1,,k3s/v2',
    '-',
    `releases/${release}`,
    `k3s/${'x'.repeat(255)}`,
    `k3s/${'x'.repeat(256)}`,
    `images/coreos/${'x'.repeat(250)}/${'y'.repeat(247)}`,
    `images/coreos/${'x'.repeat(250)}/${'y'.repeat(248)}`,
  ];
  const counts = [
    '0',
    '00',
    '01',
    '-1',
    '1.0',
    '+1',
    '',
    '9007199254740991',
    '9007199254740992',
    '9999999999999999',
    '10000000000000000',
  ];
  const text = sealText(good);
  return [
    text,
    text.slice(0, -1),
    text.slice(0, -2),
    `${text}x`,
    `${text}\n`,
    text + text,
    ` ${text}`,
    text.replace(' 3 ', ' 4 '),
    text.replace(' 1 ', ' 2 '),
    text.replace(' 3 ', '  3 '),
    text.replace(' 3 ', '\t3 '),
    text.replace('\n', ' \n'),
    text.replace('\n', '\r\n'),
    text.toUpperCase(),
    '',
    '\n',
    recordLine('pointer', fields),
    withField(0, 'coreos'),
    withField(1, `releases/${sha256('x')}`),
    withField(1, `${path}/`),
    withField(2, sha256('x') as Digest),
    withField(2, ''),
    recordLine('seal', [...fields, '']),
    recordLine('seal', fields.slice(0, -1)),
    ...[3, 4, 5].flatMap((index) => counts.map((count) => withField(index, count))),
    ...assets.map((list) => withField(6, list)),
    `pilotlight-seal 1 ${fields.join(' ')}- ${sha256(`pilotlight-seal 1 ${fields.join(' ')}-`)}\n`,
    `pilotlight-seal 1 release  ${fields.slice(1).join(' ')}- ${sha256(`pilotlight-seal 1 release  ${fields.slice(1).join(' ')}-`)}\n`,
    `pilotlight-seal 1 release\t${fields.slice(1).join(' ')}- ${sha256(`pilotlight-seal 1 release\t${fields.slice(1).join(' ')}-`)}\n`,
    `${text.slice(0, 40)}\0${text.slice(40)}`,
  ];
}
