import { afterEach, expect, test } from 'vitest';
import { openPower } from '../../../src/adapters/power/openPower.ts';
import type { PowerControl } from '../../../src/ports/power.ts';
import { failure, machine, type TestTools, testTools } from './tools.ts';
import { type Reply, startServer, type TestServer } from './web/server.ts';

let server: TestServer;
let tools: TestTools;
afterEach(() => server.close());

/** A socket that answers, and a method whose requests go to it: each `url` is a path. */
async function power(settings: object, answer: (path: string) => Reply = () => ({})): Promise<PowerControl> {
  server = await startServer(({ path }) => answer(path));
  tools = testTools({ secrets: { PLUG: 'correct horse' } });
  const all = JSON.parse(JSON.stringify(settings), (key, value) =>
    key === 'url' ? `${server.origin}${value}` : value,
  ) as Record<string, unknown>;
  return openPower({ method: 'http', settings: all }, machine, tools, {});
}

const asked = (): string[] => server.received.map(({ method, path }) => `${method} ${path}`);
const status = { url: '/status', on: '"output":true', off: '"output":false' };

test('requests are sent in order, with their headers and bodies, and nothing is between but a pause', async () => {
  const on = [
    { url: '/led', method: 'PUT', body: 'green' },
    { url: '/on?id=0', method: 'POST' },
  ];
  const off = { url: '/off', headers: { 'x-key': { secret: 'PLUG' }, accept: 'text/plain' } };
  const control = await power({ on, off, offSeconds: 3 });
  await control.cycle();
  expect(asked()).toEqual(['GET /off', 'PUT /led', 'POST /on?id=0']);
  expect(tools.waited).toEqual([3_000]);
  expect(server.received[0]?.headers).toMatchObject({ 'x-key': 'correct horse', accept: 'text/plain' });
  expect(server.received[1]?.body).toBe('green');
});

test.each<[string, string, object, string[]]>([
  ['off is switched on', 'false', { on: 1, off: 1, cycle: 1 }, ['GET /on']],
  ['on is cycled', 'true', { on: 1, off: 1, cycle: 1 }, ['GET /cycle']],
  ['on goes off and on', 'true', { on: 1, off: 1 }, ['GET /off', 'GET /on']],
  ['off is cycled where there is no on', 'false', { cycle: 1 }, ['GET /cycle']],
  ['unknown is switched on where that is all', 'nobody knows', { on: 1 }, ['GET /on']],
])('a socket that is %s', async (_name, output, actions, expected) => {
  const requests = Object.fromEntries(Object.keys(actions).map((name) => [name, { url: `/${name}` }]));
  const control = await power({ ...requests, status }, () => ({ body: `{"output":${output}}` }));
  await control.cycle();
  expect(asked().filter((each) => each !== 'GET /status')).toEqual(expected);
});

test('a socket that is on and can only be switched on restarts nothing', async () => {
  const control = await power({ on: { url: '/on' }, status }, () => ({ body: '{"output":true}' }));
  expect(await control.probe()).toEqual({
    usable: false,
    detail: 'the power is on, and it cannot restart what is on',
  });
  expect((await failure(control.cycle())).next).toContain('`cycle`');
  expect(asked()).not.toContain('GET /on');
});

test('the state is what the answer says, if it says one thing', async () => {
  let body = '';
  const control = await power({ cycle: { url: '/cycle' }, status }, () => ({ body }));
  for (const [answer, state] of [
    ['{"output":true}', 'on'],
    ['{"output":false}', 'off'],
    ['{"output":true,"output":false}', 'unknown'],
    ['', 'unknown'],
  ]) {
    body = answer ?? '';
    expect(await control.state()).toBe(state);
  }
});

test('without a status nothing is asked', async () => {
  const control = await power({ cycle: { url: '/cycle' } });
  expect(await control.probe()).toEqual({ usable: true, detail: 'it cannot be asked: there is no status' });
  expect(await control.state()).toBe('unknown');
  expect(asked()).toEqual([]);
});

test('user and password make Basic authentication', async () => {
  const control = await power({ user: 'admin', password: { secret: 'PLUG' }, on: { url: '/on' } });
  await control.cycle();
  const basic = Buffer.from('admin:correct horse').toString('base64');
  expect(server.received[0]?.headers.authorization).toBe(`Basic ${basic}`);
});

test('an answer that means no is a failure; which ones mean yes can be said', async () => {
  const settings = { on: { url: '/on?key=1' }, off: { url: '/off', statuses: [409] } };
  const control = await power(settings, () => ({ status: 409, body: 'correct horse' }));
  const { message } = await failure(control.cycle());
  expect(message).toBe(`node1.example.org: GET ${server.origin}/on is answered by status 409`);
  expect(asked()).toEqual(['GET /off', 'GET /on?key=1']);
});

test('the network is chosen where there are requests for that', async () => {
  const control = await power({ on: { url: '/on' } });
  expect(await control.bootNetworkOnce()).toMatchObject({ by: 'firmware' });
  await server.close();
  const other = await power({ on: { url: '/on' }, bootNetwork: { url: '/pxe' } });
  expect(await other.bootNetworkOnce()).toMatchObject({ by: 'once' });
  expect(asked()).toEqual(['GET /pxe']);
});
