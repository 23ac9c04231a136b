import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { readGate } from '../../../src/router/gate/state.ts';
import { requireTool, type Skipping } from '../../tools/tools.ts';
import { freePort } from '../lab/network.ts';
import { digest, machine, makePlace, nonceOf, type Place, putNode, release, shellOf, url } from './place.ts';

const one = machine(0xabcdef);

/** Serves the root folder of a place, with its programs, by a real web server. */
async function withServer(
  context: Skipping,
  does: (place: Place, port: number) => Promise<void>,
): Promise<void> {
  const httpd = requireTool('busybox', context);
  const place = makePlace(shellOf('dash', context));
  place.neighbour('127.0.0.1', one.mac);
  const port = await freePort();
  const server = spawn(httpd, ['httpd', '-f', '-p', `127.0.0.1:${port}`, '-h', place.root], {
    stdio: 'ignore',
  });
  try {
    await listening(port);
    await does(place, port);
  } finally {
    server.kill();
  }
}

/** Waits until somebody listens. */
async function listening(port: number): Promise<void> {
  const connected = await new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
  if (connected) return;
  await new Promise((resolve) => setTimeout(resolve, 20));
  await listening(port);
}

/** Sends bytes as they are, and answers the status line and the body. */
function send(port: number, request: string): Promise<{ status: string; body: string }> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(request, 'latin1'));
    socket.setEncoding('latin1').on('data', (data) => {
      text += data;
    });
    socket.on('error', reject);
    socket.on('close', () =>
      resolve({ status: text.split('\r\n', 1)[0] ?? '', body: text.split('\r\n\r\n').slice(1).join('') }),
    );
  });
}

test('a real web server: a node is installed once, and reports', async (context) => {
  await withServer(context, async (place, port) => {
    const get = async (path: string, init: RequestInit = {}) => {
      const answer = await fetch(`http://127.0.0.1:${port}/cgi-bin/${path}`, init);
      return {
        status: answer.status,
        type: answer.headers.get('content-type') ?? '',
        body: await answer.text(),
      };
    };
    const record = putNode(place, one.mac);
    expect((await get('boot')).body).toBe(`#!ipxe\nchain ${url}/releases/${release}/boot.ipxe\n`);
    expect((await get(`gate/${one.hexhyp}`)).status).toBe(404);
    await place.gate.arm(record, 'the Ignition'.repeat(100_000));
    expect((await get(`gate/${one.hexhyp}`, { method: 'HEAD' })).status).toBe(405);
    const nonce = nonceOf(await get(`gate/${one.hexhyp}`));
    const ignition = await get(`gate/${one.hexhyp}/${nonce}/ignition`);
    expect(ignition).toMatchObject({ status: 200, type: 'application/vnd.coreos.ignition+json' });
    expect(ignition.body).toBe('the Ignition'.repeat(100_000));
    expect((await get(`gate/${one.hexhyp}`)).status).toBe(404);
    expect(
      (await get(`gate/${one.hexhyp}/event/first-boot?text=hello%20there`, { method: 'POST', body: 'x=y' }))
        .status,
    ).toBe(200);
    expect((await get(`gate/${one.hexhyp}/done?generation=${digest}&release=${release}`)).status).toBe(200);
    expect((await get(`gate/discover?mac=${one.hexhyp}&product=M920q`)).status).toBe(200);
    const { armed, events, discovered } = readGate(await place.gate.state());
    expect(armed).toEqual([]);
    expect(events.map(({ kind }) => kind).join(' ')).toBe(
      'asked armed script ignition asked first-boot ready disarmed discovered',
    );
    expect(events.find(({ kind }) => kind === 'first-boot')).toMatchObject({
      address: '127.0.0.1',
      text: 'unit= text=hello there',
    });
    expect(discovered).toMatchObject([{ mac: one.mac, product: 'M920q' }]);
  });
});

test('a real web server: headers, encoded paths and odd requests give nothing away', async (context) => {
  await withServer(context, async (place, port) => {
    await place.gate.arm(putNode(place, one.mac), 'secret');
    const paths = [
      `/cgi-bin/gate/${one.hexhyp}/..%2f..%2f..%2fetc%2fpasswd`,
      `/cgi-bin/gate/${one.hexhyp}%0aset%20x`,
      `/cgi-bin/gate/${one.hexhyp}%00`,
      `/cgi-bin/gate/${one.hexhyp}/`.concat('0'.repeat(32), '/ignition'),
      `/cgi-bin/gate/${one.hexhyp.toUpperCase()}`,
      '/cgi-bin/gate',
      '/cgi-bin/gate/',
      '/cgi-bin/gate/$(id)',
      `/cgi-bin/gate/${one.hexhyp}/${'x'.repeat(3000)}`,
      `/cgi-bin/gate/discover?mac=${one.hexhyp}&x=${'y'.repeat(3000)}`,
    ];
    for (const path of paths) {
      const { status, body } = await send(
        port,
        `GET ${path} HTTP/1.0\r\nPATH-INFO: /x\r\nproc: /tmp\r\nRoot: /\r\n\r\n`,
      );
      expect(status, path).toMatch(/^HTTP\/1\.[01] (?:404|400) /);
      expect(body, path).not.toMatch(/secret|ignition-url|root:/);
    }
    expect(readGate(await place.gate.state()).armed[0]?.progress).toBe('waiting');
    const headers = `X-Forwarded-For: 10.0.0.9\r\nRemote-Addr: 10.0.0.9\r\n`;
    expect((await send(port, `GET /cgi-bin/gate/${one.hexhyp} HTTP/1.0\r\n${headers}\r\n`)).status).toMatch(
      / 200 /,
    );
  });
});
