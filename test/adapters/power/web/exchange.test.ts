import { afterEach, describe, expect, test } from 'vitest';
import { exchange, type WebRequest } from '../../../../src/adapters/power/web/exchange.ts';
import { type Trust, trustOf } from '../../../../src/adapters/power/web/trust.ts';
import { freePort } from '../../ssh/dropbear.ts';
import { failure } from '../tools.ts';
import { makeCertificate } from './certificate.ts';
import { type Reply, startServer, type TestServer } from './server.ts';

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

function request(origin: string, more: Partial<WebRequest> = {}): WebRequest {
  return { url: new URL('/x?y=1', origin), method: 'GET', headers: {}, timeoutMilliseconds: 5_000, ...more };
}

const everybody: Trust = { kind: 'authority', certificate: undefined };
const hello = (): Reply => ({ body: 'hello' });

test('a request goes out as it is, and any status is an answer', async () => {
  server = await startServer(() => ({ status: 418, headers: { etag: 'W/"1"' }, body: 'tea' }));
  const asked = request(server.origin, { method: 'PATCH', headers: { accept: 'a/b' }, body: '{"ä":1}' });
  const answer = await exchange(asked, everybody);
  expect(answer).toMatchObject({ status: 418, text: 'tea', headers: { etag: 'W/"1"' } });
  expect(server.received).toMatchObject([
    { method: 'PATCH', path: '/x?y=1', body: '{"ä":1}', headers: { accept: 'a/b', 'content-length': '8' } },
  ]);
});

test('whoever sends us on is not followed', async () => {
  server = await startServer(() => ({ status: 302, headers: { location: 'http://192.0.2.1/' } }));
  expect((await exchange(request(server.origin), everybody)).status).toBe(302);
  expect(server.received).toHaveLength(1);
});

describe('a certificate', () => {
  test('that is pinned is the only one that is spoken to, whatever its name', async (context) => {
    const one = makeCertificate(context, 'DNS:another.example.org');
    const other = makeCertificate(context, 'IP:127.0.0.1');
    server = await startServer(hello, one);
    const pin = (sha256: string): Trust => trustOf({ certificateSha256: sha256 });
    expect((await exchange(request(server.origin), pin(one.sha256))).text).toBe('hello');

    const secret = request(server.origin, { headers: { authorization: 'Basic c2VjcmV0' } });
    const { kind, message, next } = await failure(exchange(secret, pin(other.sha256)));
    expect(kind).toBe('refused');
    expect(message).toContain(`shows the certificate ${one.sha256}, which is not the pinned one`);
    expect(next).toContain('certificateSha256');
    expect(server.received).toHaveLength(1);
  });

  test('may be vouched for by an authority that is given, for its own name', async (context) => {
    const right = makeCertificate(context, 'IP:127.0.0.1');
    server = await startServer(hello, right);
    const trust = trustOf({ certificateAuthority: right.certificate });
    expect((await exchange(request(server.origin), trust)).text).toBe('hello');
    await server.close();

    const wrong = makeCertificate(context, 'DNS:another.example.org');
    server = await startServer(hello, wrong);
    const attempt = exchange(request(server.origin), trustOf({ certificateAuthority: wrong.certificate }));
    expect((await failure(attempt)).message).toContain('its certificate is for another name');
    expect(server.received).toEqual([]);
  });

  test('that nobody vouches for is refused, unless any will do', async (context) => {
    server = await startServer(hello, makeCertificate(context, 'IP:127.0.0.1'));
    const { message, next } = await failure(exchange(request(server.origin), trustOf({})));
    expect(message).toContain('its certificate is signed by itself');
    expect(next).toContain('certificateSha256');
    expect(server.received).toEqual([]);
    expect((await exchange(request(server.origin), trustOf({ insecure: true }))).text).toBe('hello');
  });
});

describe('what does not answer', () => {
  test('is named with the reason', async () => {
    const origin = `http://127.0.0.1:${await freePort()}`;
    const { message } = await failure(exchange(request(origin), everybody));
    expect(message).toBe(`${origin} cannot be reached: the connection was refused: nothing listens there`);
  });

  test.each(['http', 'https'])('in time (%s) is given up', async (protocol) => {
    const { createServer } = await import('node:net');
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as { port: number };
    const asked = request(`${protocol}://127.0.0.1:${port}`, { timeoutMilliseconds: 100 });
    expect((await failure(exchange(asked, { kind: 'anybody' }))).message).toContain(
      'there was no answer within 0.1 s',
    );
    const controller = new AbortController();
    const waiting = exchange(
      { ...asked, timeoutMilliseconds: 60_000 },
      { kind: 'anybody' },
      controller.signal,
    );
    controller.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    silent.close();
  });
});
