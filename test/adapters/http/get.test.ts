import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { http } from '../../../src/adapters/http/get.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** Serves on the loopback interface; answers the URL. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('a file comes as it is', async () => {
  const bytes = Buffer.alloc(300_000, 'äb\0');
  const url = await serve((request, response) =>
    response.writeHead(request.url === '/a%20b' ? 200 : 404).end(bytes),
  );
  const answer = await http.get(`${url}/a%20b`);
  expect(answer.status).toBe(200);
  expect(Buffer.compare(answer.bytes, bytes)).toBe(0);
  expect(answer.problem).toBeUndefined();
});

test('a redirect is an answer and not followed', async () => {
  let asked = 0;
  const url = await serve((_request, response) => {
    asked += 1;
    response.writeHead(302, { location: '/other' }).end('moved');
  });
  expect((await http.get(url)).status).toBe(302);
  expect(asked).toBe(1);
});

test('a proxy of the environment is not asked', async () => {
  const url = await serve((_request, response) => response.end('direct'));
  process.env.http_proxy = 'http://127.0.0.1:1';
  closing.push(() => {
    delete process.env.http_proxy;
  });
  expect(Buffer.from((await http.get(url)).bytes).toString()).toBe('direct');
});

test.each([
  ['http://127.0.0.1:1/x', /refused: nothing listens there/],
  ['http://router.invalid/x', /its name cannot be (found|looked up)/],
  ['ftp://127.0.0.1/x', /is no URL of HTTP/],
  ['router', /is no URL/],
])('what cannot be read is explained: %s', async (url, expected) => {
  const { status, bytes, problem } = await http.get(url);
  expect({ status, bytes: bytes.length }).toEqual({ status: 0, bytes: 0 });
  expect(problem).toMatch(expected);
});

test('what does not answer is waited for only so long', async () => {
  const url = await serve(() => {});
  expect((await http.get(url, { timeoutMilliseconds: 50 })).problem).toContain(
    'did not answer within 0.05 s',
  );
});

test('what breaks off is no answer', async () => {
  const url = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half', () => response.destroy());
  });
  const { status, problem } = await http.get(url);
  expect(status).toBe(0);
  expect(problem).toContain('cannot be read');
});

test('what is far too long is not read to its end', async () => {
  const piece = Buffer.alloc(1024 * 1024);
  const url = await serve((_request, response) => {
    const more = (): void => {
      response.write(piece, () => setImmediate(more));
    };
    response.on('error', () => {});
    more();
  });
  expect((await http.get(url)).problem).toContain('longer than 64 MiB');
});

test('an abort ends it', async () => {
  const controller = new AbortController();
  const url = await serve(() => controller.abort(new Error('enough')));
  await expect(http.get(url, { signal: controller.signal })).rejects.toThrow('enough');
});
