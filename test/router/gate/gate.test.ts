import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readGate } from '../../../src/router/gate/state.ts';
import { sshKeyPair } from '../../shared/sshKeys.ts';
import {
  digest,
  machine,
  makePlace,
  nonceOf,
  type Place,
  putNode,
  release,
  shellNames,
  shellOf,
  url,
} from './place.ts';

const one = machine(1);
const two = machine(2);
const stranger = machine(9);
const secret = '{"ignition":{"version":"3.4.0"},"x":"\u00e9 secret"}';

describe.each(shellNames)('the gate with %s', (shell) => {
  /** Two nodes of a release and a stranger, all of them neighbours. */
  const start = (context: Parameters<typeof shellOf>[1], settings: Parameters<typeof makePlace>[1] = {}) => {
    const place = makePlace(shellOf(shell, context), settings);
    const records = [putNode(place, one.mac, 'one.lab'), putNode(place, two.mac, 'two.lab')] as const;
    for (const { address, mac } of [one, two, stranger]) place.neighbour(address, mac);
    return { place, records };
  };
  const script = (place: Place, from = one, of = one) =>
    place.ask({ path: `/${of.hexhyp}`, address: from.address });
  const ignition = (place: Place, nonce: string, from = one, of = one) =>
    place.ask({ path: `/${of.hexhyp}/${nonce}/ignition`, address: from.address });
  const done = (place: Place, generation: string = digest, from = one, of = one) =>
    place.ask({
      path: `/${of.hexhyp}/done`,
      query: `generation=${generation}&release=${release}`,
      address: from.address,
    });
  const view = async (place: Place) => readGate(await place.gate.state());
  const events = async (place: Place) =>
    (await view(place)).events.map(({ kind, mac, text }) => [kind, mac, text].join(' ').trim());

  test('a node that is not armed boots its own disk', async (context) => {
    const { place } = start(context);
    expect(await script(place)).toEqual({ status: 404, type: 'text/plain', body: 'Pilotlight: no\n' });
    expect((await ignition(place, '0'.repeat(32))).status).toBe(404);
    expect(await events(place)).toEqual([`asked ${one.mac}`, `refused ${one.mac} ignition: not armed`]);
  });

  test('an armed node is installed once', async (context) => {
    const { place, records } = start(context);
    await place.gate.arm(records[0], secret);
    expect((await view(place)).armed).toEqual([
      {
        hostname: 'one.lab',
        macs: [one.mac],
        variant: 'join',
        release,
        digest,
        install: 'nodes/one.lab/install.ipxe',
        armedSeconds: 0,
        remainingSeconds: 599.75,
        progress: 'waiting',
      },
    ]);
    const answer = await script(place);
    const nonce = nonceOf(answer);
    expect(answer).toEqual({
      status: 200,
      type: 'text/plain',
      body: [
        '#!ipxe',
        `set ignition-url ${url}/cgi-bin/gate/${one.hexhyp}/${nonce}/ignition`,
        `chain ${url}/releases/${release}/nodes/one.lab/install.ipxe`,
        '',
      ].join('\n'),
    });
    expect((await view(place)).armed[0]?.progress).toBe('asked');
    expect((await script(place, two, two)).status).toBe(404);
    const got = await ignition(place, nonce);
    expect(got.status).toBe(200);
    expect(Buffer.from(got.body, 'latin1').toString('utf8')).toBe(secret);
    expect((await view(place)).armed[0]?.progress).toBe('fetched');
    expect((await ignition(place, nonce)).status).toBe(200);
    expect((await script(place)).status).toBe(404);
    expect((await done(place)).status).toBe(200);
    expect((await ignition(place, nonce)).status).toBe(404);
    expect((await done(place)).status).toBe(200);
    expect((await view(place)).armed).toEqual([]);
    const told = `generation=${digest} release=${release}`;
    expect(await events(place)).toEqual([
      `armed ${one.mac} one.lab`,
      `script ${one.mac} one.lab`,
      `asked ${two.mac}`,
      `ignition ${one.mac} one.lab`,
      `ignition ${one.mac} one.lab`,
      `asked ${one.mac} was installed since it was armed`,
      `ready ${one.mac} ${told}`,
      `disarmed ${one.mac} installed`,
      `refused ${one.mac} ignition: not armed`,
      `ready ${one.mac} ${told}`,
    ]);
  });

  test('a second boot makes the nonce of the first one void', async (context) => {
    const { place, records } = start(context);
    await place.gate.arm(records[0], secret);
    const [first, second] = [nonceOf(await script(place)), nonceOf(await script(place))];
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(second).not.toBe(first);
    expect((await ignition(place, first)).status).toBe(404);
    expect((await ignition(place, second)).status).toBe(200);
    expect((await ignition(place, first)).status).toBe(404);
  });

  test('nothing is given to an address that is not of the node', async (context) => {
    const { place, records } = start(context);
    await place.gate.arm(records[0], secret);
    expect((await script(place, stranger)).status).toBe(404);
    const nonce = nonceOf(await script(place));
    const nobody = { ...stranger, address: '10.9.9.9' };
    expect((await ignition(place, nonce, stranger)).status).toBe(404);
    expect((await ignition(place, nonce, nobody)).status).toBe(404);
    for (const address of ['', '::1', 'fe80::1', '10.0.0', '10.0.0.11', '.*', '::ffff:', 'IP']) {
      expect((await ignition(place, nonce, { ...one, address })).status, address).toBe(404);
    }
    expect((await done(place, digest, stranger)).status).toBe(404);
    expect(await events(place)).toContain(`refused ${one.mac} ignition from ${stranger.hexhyp}`);
    expect(await events(place)).toContain(
      `refused ${one.mac} ignition from an address that no neighbour has`,
    );
    place.neighbour('10.0.5.5', one.mac, '0x0');
    expect((await ignition(place, nonce, { ...one, address: '10.0.5.5' })).status).toBe(404);
    expect((await ignition(place, nonce, { ...one, address: `::ffff:${one.address}` })).status).toBe(200);
    place.neighbour(stranger.address, one.mac);
    expect((await ignition(place, nonce, stranger)).status).toBe(404);
    place.neighbour(one.address, stranger.mac);
    expect((await ignition(place, nonce)).status).toBe(404);
  });

  test('any link of the node will do', async (context) => {
    const { place, records } = start(context);
    const other = machine(77);
    place.neighbour(other.address, other.mac);
    place.put(
      `releases/${release}/ipxe/by-mac/${other.hexhyp}.ipxe`,
      `#!ipxe\nchain ${url}/cgi-bin/gate/${one.hexhyp} || goto local\n`,
    );
    await place.gate.arm({ ...records[0], macs: [one.mac, other.mac] }, secret);
    const nonce = nonceOf(await script(place, other));
    expect((await ignition(place, nonce, one)).status).toBe(200);
    expect((await done(place, digest, other)).status).toBe(200);
    expect((await done(place, digest, other)).status).toBe(200);
    expect((await done(place, digest, two)).status).toBe(404);
    expect((await done(place, digest, other, two)).status).toBe(404);
  });

  test('a report of another generation, or from before the installation, disarms nothing', async (context) => {
    const { place, records } = start(context);
    await place.gate.arm(records[0], secret);
    await done(place);
    await done(place, 'x y');
    const nonce = nonceOf(await script(place));
    await ignition(place, nonce);
    await done(place, release);
    expect((await view(place)).armed).toHaveLength(1);
    expect((await events(place)).filter((line) => /early|wrong/.test(line))).toEqual([
      `early ${one.mac} generation=${digest} release=${release}`,
      `wrong-generation ${one.mac} generation=? release=${release}`,
      `wrong-generation ${one.mac} generation=${release} release=${release}`,
    ]);
  });

  test('a path that only ends like a report is none', async (context) => {
    const { place } = start(context);
    for (const what of ['x/done', 'x/event/ready', 'done$IFS/event/ready', `${'0'.repeat(32)}/done`]) {
      expect((await place.ask({ path: `/${one.hexhyp}/${what}`, address: one.address })).status, what).toBe(
        404,
      );
    }
    expect(await events(place)).toEqual([]);
  });

  test('time and a restart of the router disarm', async (context) => {
    const { place, records } = start(context);
    await place.gate.arm(records[0], secret);
    await place.gate.arm({ ...records[1], seconds: 700 }, secret);
    const nonce = nonceOf(await script(place));
    place.after(599);
    expect((await script(place, two, two)).status).toBe(200);
    place.after(1);
    expect((await ignition(place, nonce)).status).toBe(404);
    expect((await view(place)).armed.map(({ hostname }) => hostname)).toEqual(['two.lab']);
    expect(existsSync(join(place.state, 'armed', one.hexhyp))).toBe(false);
    expect(await events(place)).toContain(`expired ${one.mac} one.lab`);
    place.reboot();
    expect((await script(place, two, two)).status).toBe(404);
    expect(await view(place)).toMatchObject({ uptime: 10.25, armed: [], events: [{ kind: 'asked' }] });
  });

  test('a record of an earlier start of the router counts for nothing', async (context) => {
    const { place, records } = start(context);
    await place.gate.arm(records[0], secret);
    const nonce = nonceOf(await script(place));
    writeFileSync(join(place.folder, 'proc/sys/kernel/random/boot_id'), 'ffffffff-1111\n');
    expect((await ignition(place, nonce)).status).toBe(404);
    expect((await script(place)).status).toBe(404);
    expect((await view(place)).armed).toEqual([]);
  });

  test('disarm says whether there was anything to disarm', async (context) => {
    const { place, records } = start(context);
    expect(await place.gate.disarm(one.mac)).toBe(false);
    expect(await place.gate.state()).toMatchObject({ armed: [], events: [], discovered: [] });
    await place.gate.arm(records[0], secret);
    expect(await place.gate.disarm(one.mac)).toBe(true);
    expect(await place.gate.disarm(one.mac)).toBe(false);
    expect((await script(place)).status).toBe(404);
    await place.gate.arm({ ...records[0], seconds: 0 }, secret);
    expect(await place.gate.disarm(one.mac)).toBe(false);
  });

  test('a second arm takes the place of the first', async (context) => {
    const { place, records } = start(context);
    await place.gate.arm(records[0], 'first');
    const nonce = nonceOf(await script(place));
    await ignition(place, nonce);
    await place.gate.arm(records[0], 'second');
    expect((await ignition(place, nonce)).status).toBe(404);
    expect((await ignition(place, nonceOf(await script(place)))).body).toBe('second');
    expect(readdirSync(join(place.state, 'armed'))).toEqual([one.hexhyp]);
  });

  test('only root reads what is secret', async (context) => {
    const { place, records } = start(context);
    await place.gate.arm(records[0], secret);
    const mode = (path: string) => statSync(join(place.state, path)).mode & 0o777;
    expect(['.', 'armed', `armed/${one.hexhyp}`].map(mode)).toEqual([0o700, 0o700, 0o700]);
    for (const file of readdirSync(join(place.state, `armed/${one.hexhyp}`))) {
      expect(mode(`armed/${one.hexhyp}/${file}`)).toBe(0o600);
    }
    expect(readdirSync(place.state).filter((name) => name.startsWith('draft'))).toEqual([]);
    expect(JSON.stringify(await place.gate.state())).not.toContain('secret');
    const nonce = nonceOf(await script(place));
    expect(JSON.stringify(await place.gate.state())).not.toContain(nonce);
  });

  test('a release that is gone is not installed from', async (context) => {
    const { place, records } = start(context);
    await place.gate.arm({ ...records[0], install: 'nodes/one.lab/install.bootstrap.ipxe' }, secret);
    expect((await script(place)).status).toBe(404);
    expect(await events(place)).toContain(`refused ${one.mac} release ${release} is not on the storage`);
    place.put(`releases/${release}/nodes/one.lab/install.bootstrap.ipxe`, '#!ipxe\n');
    expect((await script(place)).body).toContain('install.bootstrap.ipxe\n');
  });

  test('events that machines report are kept as they were sent, and cannot become two', async (context) => {
    const { place } = start(context);
    const report = (kind: string, query: string, from = one) =>
      place.ask({ path: `/${one.hexhyp}/event/${kind}`, query, address: from.address, method: 'POST' });
    expect((await report('first-boot', '')).status).toBe(200);
    expect((await report('failed', 'unit=k3s.service&text=a+b%20%C3%A9%0A1.0%20x&unit=second')).status).toBe(
      200,
    );
    expect((await report('failed', `text=${'%41'.repeat(660)}`)).status).toBe(200);
    expect((await report('failed', 'text="\u00e9')).status).toBe(200);
    expect((await report('exploded', '')).status).toBe(404);
    expect((await report('failed', '', stranger)).status).toBe(404);
    expect((await report('failed', '', { ...stranger, address: '10.7.7.7' })).status).toBe(404);
    const told = await events(place);
    expect(told.slice(0, 2)).toEqual([
      `first-boot ${one.mac} unit= text=`,
      `failed ${one.mac} unit=k3s.service text=a+b \u00e9?1.0 x`,
    ]);
    expect(told[2]).toMatch(/ unit= text=A{660}$/);
    expect(told[3]).toBe(`failed ${one.mac} unit= text=?`);
    expect(told).toHaveLength(6);
  });

  describe('a host key', () => {
    const [key, other] = [sshKeyPair().publicKey, sshKeyPair().publicKey];
    const tell = (place: Place, text: string, { from = one, of = one, kind = 'first-boot' } = {}) =>
      place.ask({
        path: `/${of.hexhyp}/event/${kind}`,
        query: `unit=pilotlight-first-boot&text=${text}`,
        address: from.address,
      });
    const heard = async (place: Place) => (await view(place)).hostKeys;

    test('that a node tells at its first boot is kept, and another one after it is told of', async (context) => {
      const { place } = start(context);
      expect(await heard(place)).toEqual([]);
      await tell(place, encodeURIComponent(key));
      const first = { mac: one.mac, address: one.address, key, previous: undefined, uptime: 1000.25 };
      expect(await heard(place)).toEqual([first]);
      place.after(5);
      await tell(place, key.replace(' ', '%20'));
      expect(await heard(place)).toEqual([{ ...first, uptime: 1005.25 }]);
      await tell(place, encodeURIComponent(key).replace('%2F', '%2f').replace('%2B', '%2b'));
      expect(await heard(place)).toEqual([{ ...first, uptime: 1005.25 }]);
      await tell(place, encodeURIComponent(other));
      const second = { ...first, key: other, previous: key, uptime: 1005.25 };
      expect(await heard(place)).toEqual([second]);
      place.after(1);
      await tell(place, encodeURIComponent(other));
      expect(await heard(place)).toEqual([{ ...second, uptime: 1006.25 }]);
      expect((await events(place)).filter((line) => line.startsWith('host-key '))).toEqual([
        `host-key ${one.mac} another one than before`,
      ]);
      place.reboot();
      expect(await heard(place)).toEqual([]);
    });

    test('may be told by an armed node, and by nobody else for it', async (context) => {
      const { place, records } = start(context);
      await place.gate.arm(records[0], secret);
      expect((await tell(place, encodeURIComponent(other), { from: stranger })).status).toBe(404);
      expect((await tell(place, encodeURIComponent(other), { from: two })).status).toBe(404);
      expect((await tell(place, encodeURIComponent(key))).status).toBe(200);
      expect((await tell(place, encodeURIComponent(other), { from: stranger, of: two })).status).toBe(404);
      expect(await heard(place)).toMatchObject([{ mac: one.mac, key }]);
    });

    test('is taken from no other report, and in no other form', async (context) => {
      const { place } = start(context);
      const text = encodeURIComponent(key);
      await tell(place, text, { kind: 'failed' });
      await tell(place, text, { kind: 'ready' });
      for (const wrong of [
        '',
        key.slice(12),
        text.slice(0, -1),
        `${text}A`,
        `${text}%20root@one`,
        `${text}%0A`,
        `%20${text}`,
        text.replace('ssh-ed25519', 'ssh-rsa'),
        text.replace('AAAAC3', 'AAAAC4'),
        text.replace(/.$/, '%'),
        text.replace(/.$/, '%2'),
        text.replace(/.$/, '%41'),
        text.replace(/.$/, '*'),
        text.replace(/.$/, '='),
        `ssh-ed25519%20${'%2B'.repeat(68)}`,
        `ssh-ed25519%20${'A'.repeat(1900)}`,
      ]) {
        expect((await tell(place, wrong)).status, wrong).toBe(200);
        expect(existsSync(join(place.state, 'keys', one.hexhyp)), wrong).toBe(false);
      }
    });

    test('is not lost among events, and those of 1024 nodes are kept', async (context) => {
      const { place } = start(context);
      await tell(place, encodeURIComponent(key));
      for (let round = 0; round < 2; round++) {
        writeFileSync(join(place.state, 'events.count'), '500\n');
        await script(place, two, two);
      }
      expect((await events(place)).filter((line) => line.startsWith('first-boot'))).toEqual([]);
      expect(await heard(place)).toHaveLength(1);
      for (let number = 0; number < 1023; number++)
        writeFileSync(join(place.state, `keys/${machine(1000 + number).hexhyp}`), '');
      utimesSync(join(place.state, `keys/${one.hexhyp}`), 1, 1);
      await tell(place, encodeURIComponent(other), { from: two, of: two });
      expect(readdirSync(join(place.state, 'keys'))).toHaveLength(1024);
      expect(await heard(place)).toMatchObject([{ mac: two.mac, key: other }]);
    });
  });

  test('unknown machines are told of, by what they say and where they are', async (context) => {
    const { place } = start(context);
    const discover = (query: string, from = stranger) =>
      place.ask({ path: '/discover', query, address: from.address });
    const query = `mac=${stranger.hexhyp}&ip=${stranger.address}&uuid=&manufacturer=LENOVO%20%3Cx%3E&product=M920q&serial=${'S'.repeat(121)}&platform=efi&arch=x86_64&evil=1`;
    expect((await discover(query)).body).toMatch(/^#!ipxe\necho /);
    expect((await discover(query, one)).status).toBe(404);
    expect((await discover('mac=..%2f')).status).toBe(404);
    expect((await discover('')).status).toBe(404);
    place.after(5);
    expect((await view(place)).discovered).toEqual([
      {
        mac: stranger.mac,
        address: stranger.address,
        secondsAgo: 5,
        manufacturer: 'LENOVO <x>',
        product: 'M920q',
        serial: '?',
        platform: 'efi',
        arch: 'x86_64',
      },
    ]);
    expect(await events(place)).toEqual([
      `discovered ${stranger.mac}`,
      `refused ${stranger.mac} discovery from ${one.hexhyp}`,
    ]);
  });

  test('boot leads to the current release', async (context) => {
    const { place } = start(context, { unknownMachines: 'localBoot' });
    const boot = (method = 'GET', from = one) =>
      place.ask({ name: 'boot', method, path: '/x', address: from.address });
    const body = `#!ipxe\nchain ${url}/releases/${release}/boot.ipxe\n`;
    expect(await boot()).toEqual({ status: 200, type: 'text/plain', body });
    expect(existsSync(place.state)).toBe(false);
    expect(await boot('HEAD')).toMatchObject({ status: 200, body: '' });
    expect((await boot('GET', stranger)).body).toBe(body);
    expect((await view(place)).discovered).toMatchObject([{ mac: stranger.mac }]);
    expect((await boot('DELETE')).status).toBe(405);
    place.put('state/current.a', 'torn');
    expect((await boot()).body).toMatch(/^#!ipxe\necho Pilotlight: nothing is deployed here\nexit 1\n$/);
  });

  test('methods that only look change nothing', async (context) => {
    const { place, records } = start(context);
    await place.gate.arm(records[0], secret);
    for (const method of ['HEAD', 'PUT', 'get', 'GET POST', '']) {
      const { status } = await place.ask({
        path: `/${one.hexhyp}`,
        address: one.address,
        method: method || 'X',
      });
      expect(status, method).toBe(405);
    }
    expect((await place.ask({ path: `/${one.hexhyp}`, address: one.address, method: 'POST' })).status).toBe(
      404,
    );
    expect((await view(place)).armed[0]?.progress).toBe('waiting');
  });

  test('lists are bounded', async (context) => {
    const { place } = start(context);
    await script(place);
    writeFileSync(join(place.state, 'events.count'), '500\n');
    await script(place);
    expect(readFileSync(join(place.state, 'events'), 'utf8').trim().split('\n')).toHaveLength(1);
    expect(await events(place)).toHaveLength(2);
    mkdirSync(join(place.state, 'seen'));
    for (let number = 0; number < 256; number++)
      writeFileSync(join(place.state, `seen/${machine(1000 + number).hexhyp}`), '');
    await place.ask({ path: '/discover', query: `mac=${stranger.hexhyp}`, address: stranger.address });
    expect(readdirSync(join(place.state, 'seen'))).toHaveLength(256);
    expect((await view(place)).discovered).toMatchObject([{ mac: stranger.mac }]);
  });
});
