import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gateEventKinds } from '../../../src/router/gate/events.ts';
import { readGate } from '../../../src/router/gate/state.ts';
import { type Driver, startDriver } from './driver.ts';
import {
  type Answered,
  type Asked,
  digest,
  machine,
  makePlace,
  nonceOf,
  type Place,
  putNode,
  release,
  shellNames,
  shellOf,
} from './place.ts';

const one = machine(1);
const keyText = `ssh-ed25519%20AAAAC3NzaC1lZDI1NTE5AAAAI${'%2B%2fk'.repeat(14)}x`;
const secret = 'the secret Ignition';

/** Words that mean something to a shell, a web server, iPXE or the gate. */
const words = fc.constantFrom(
  ...[
    '/',
    '//',
    '..',
    '../',
    '/..',
    '.',
    '%2e%2e',
    '%',
    '%0a',
    '%00',
    '%zz',
    '\n',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '+',
    '&',
    '=',
    '?',
    '#',
  ],
  ...[
    '$(touch pwned)',
    '`touch pwned`',
    ';touch pwned',
    '|touch pwned',
    '&touch pwned',
    '>pwned',
    '\n touch pwned',
    "'",
    '"',
    '\\',
    '\\c',
    '\\0',
  ],
  ...[
    '$url',
    '${gate}',
    '$((1/0))',
    '*',
    '?',
    '[a-z]*',
    '~',
    '-n',
    '-e',
    '--',
    '%s',
    '%n%n',
    '%d',
    '\u00ff',
    '\u0080',
    '\u001b[2J',
    '\u0007',
  ],
  ...[
    one.hexhyp,
    one.mac,
    one.hexhyp.toUpperCase(),
    `/${one.hexhyp}`,
    '52-54-00',
    'ignition',
    'record',
    'progress',
    '/done',
    '/event/',
    'failed',
  ],
  ...[
    'event/ready',
    'discover',
    'boot',
    'gate',
    'mac=',
    'text=',
    'unit=',
    'generation=',
    'release=',
    digest,
    release,
    '0'.repeat(32),
    keyText,
    'event/first-boot',
    'armed',
    'seen',
  ],
  ...[
    'x'.repeat(201),
    'y'.repeat(2001),
    '#!ipxe',
    'IFS=/',
    'PATH=/tmp',
    'root=/',
    'proc=/tmp',
    '::ffff:',
    one.address,
    '1.2.3.4',
    'REMOTE_ADDR',
  ],
);
const character = fc.integer({ min: 1, max: 255 }).map((code) => String.fromCharCode(code));
const text = fc
  .array(fc.oneof({ weight: 3, arbitrary: words }, character), { maxLength: 6 })
  .map((parts) => parts.join(''));
const near = (...texts: string[]) =>
  fc.oneof(
    text,
    fc.constantFrom(...texts),
    fc.tuple(fc.constantFrom(...texts), text).map((both) => both.join('')),
  );

const hostile: fc.Arbitrary<Asked> = fc.record({
  method: fc.oneof({ weight: 6, arbitrary: fc.constantFrom('GET', 'POST') }, text),
  path: near(
    `/${one.hexhyp}`,
    `/${one.hexhyp}/done`,
    `/${one.hexhyp}/event/failed`,
    `/${one.hexhyp}/event/first-boot`,
    `/${one.hexhyp}/${'0'.repeat(32)}/ignition`,
    '/discover',
  ),
  query: near(
    `mac=${one.hexhyp}&serial=`,
    `generation=${digest}&release=`,
    'unit=x&text=',
    `text=${keyText}`,
  ),
  address: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(one.address, `::ffff:${one.address}`, '10.1.1.1') },
    text,
  ),
});

/** Everything that a request may not do. */
function check(place: Place, { status, type, body }: Answered): void {
  expect([200, 404, 405]).toContain(status);
  expect(type).toBe('text/plain');
  expect(body).not.toContain(secret);
  const lines = [
    /^Pilotlight: (?:no|heard|GET)\n$/,
    /^#!ipxe\necho Pilotlight: it is noted that this machine is here\n$/,
  ];
  const script = new RegExp(
    `^#!ipxe\nset ignition-url http://192\\.168\\.26\\.1:8069/cgi-bin/gate/${one.hexhyp}/[0-9a-f]{32}/ignition\nchain \\S+/install\\.ipxe\n$`,
  );
  expect([...lines, script].some((pattern) => pattern.test(body))).toBe(true);
  expect(readdirSync(place.folder).sort()).toEqual(['proc', 'request.gate', 'tmp', 'usb']);
  const allowed = ['armed', 'events', 'events.count', 'events.old', 'keys', 'seen'];
  expect(readdirSync(place.state).filter((name) => !allowed.includes(name))).toEqual([]);
}

function readLines(place: Place, name: string): string[] {
  const path = join(place.state, name);
  return existsSync(path)
    ? readFileSync(path, 'latin1')
        .split('\n')
        .filter((line) => line !== '')
    : [];
}

describe.each(shellNames)('with %s', (shell) => {
  const start = (context: Parameters<typeof shellOf>[1]): { place: Place; driver: Driver } => {
    const place = makePlace(shellOf(shell, context));
    place.neighbour(one.address, one.mac);
    return { place, driver: startDriver(place) };
  };

  test('no request does more than it may', async (context) => {
    const { place, driver } = start(context);
    await place.gate.arm({ ...putNode(place, one.mac), seconds: 9_999 }, secret);
    let cases = 0;
    await fc.assert(
      fc.asyncProperty(hostile, async (asked) => {
        cases++;
        check(place, await driver.ask(asked));
      }),
      { numRuns: 1500 },
    );
    expect(cases).toBeGreaterThanOrEqual(1500);
    expect(driver.complaints()).toBe('');
    const kinds = gateEventKinds.join('|');
    const line = new RegExp(
      `^[0-9.]+ [0-9a-f]{8} (?:${kinds}) (?:[0-9a-f]{2}-){5}[0-9a-f]{2} (?:-|[0-9a-f.:]{1,39}) [\\x20-\\x7e]*$`,
    );
    const lines = [...readLines(place, 'events.old'), ...readLines(place, 'events')];
    expect(lines.filter((each) => !line.test(each))).toEqual([]);
    expect(readLines(place, 'events').length).toBeLessThanOrEqual(500);
    expect(readLines(place, `seen/${one.hexhyp}`).length).toBeLessThanOrEqual(1);
    expect(readLines(place, `keys/${one.hexhyp}`).length).toBeLessThanOrEqual(1);
    const view = readGate(await place.gate.state());
    const heard = readLines(place, `keys/${one.hexhyp}`).length;
    expect(view.hostKeys.map(({ mac, address }) => [mac, address])).toEqual(
      Array.from({ length: heard }, () => [one.mac, expect.stringContaining(one.address)]),
    );
    expect(view.armed[0]?.progress).not.toBe('fetched');
    // It still works.
    const nonce = nonceOf(await driver.ask({ path: `/${one.hexhyp}`, address: one.address }));
    expect((await driver.ask({ path: `/${one.hexhyp}/${nonce}/ignition`, address: one.address })).body).toBe(
      secret,
    );
    await driver.close();
  });

  test('a query has one meaning', async (context) => {
    const { place, driver } = start(context);
    putNode(place, one.mac);
    const value = fc
      .array(
        fc
          .integer({ min: 0x21, max: 0x7e })
          .map((code) => String.fromCharCode(code))
          .filter((each) => each !== '&'),
        { maxLength: 30 },
      )
      .map((parts) => parts.join(''));
    const pairs = fc.array(fc.tuple(fc.constantFrom('unit', 'text', 'xunit', 'unitx', ''), value), {
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(pairs, async (all) => {
        const query = all.map(([name, each]) => `${name}=${each}`).join('&');
        expect(
          (await driver.ask({ path: `/${one.hexhyp}/event/failed`, query, address: one.address })).status,
        ).toBe(200);
        const first = (name: string) => all.find(([each]) => each === name)?.[1] ?? '';
        expect(
          readLines(place, 'events')
            .at(-1)
            ?.endsWith(` failed ${one.hexhyp} ${one.address} unit=${first('unit')} text=${first('text')}`),
        ).toBe(true);
      }),
      { numRuns: 200 },
    );
    await driver.close();
  });

  test('what a web server has in its environment changes nothing', async (context) => {
    const { place } = start(context);
    await place.gate.arm(putNode(place, one.mac), secret);
    const { spawnSync } = await import('node:child_process');
    const evil = {
      url: 'http://evil',
      root: '/evil',
      gate: '/evil',
      proc: '/evil',
      unknown: 'x',
      who: one.hexhyp,
      macs: 'x',
      current: release,
      given: 'x',
      linked: 'yes',
      hostname: 'evil',
      IFS: '-',
      LC_ALL: 'tr_TR.UTF-8',
      ENV: '/evil',
      PATH: '/evil',
    };
    const env = { ...evil, PATH_INFO: `/${one.hexhyp}`, REMOTE_ADDR: one.address };
    const { stdout, stderr } = spawnSync(place.kind.command[0] ?? '', [place.program('gate')], {
      env,
      encoding: 'latin1',
    });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/\nchain http:\/\/192\.168\.26\.1:8069\/releases\//);
    expect(readGate(await place.gate.state()).armed[0]?.progress).toBe('asked');
  });
});
