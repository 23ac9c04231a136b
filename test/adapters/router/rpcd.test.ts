import { afterEach, beforeEach, expect, test } from 'vitest';
import { stockConfig, type TestRouter, testRouter } from '../../fakes/rpcd/testRouter.ts';

/** What the stand-in is strict about: a test that goes well with it would go well with rpcd. */
let router: TestRouter;
beforeEach((context) => {
  router = testRouter(context, { rpcd: true });
});
afterEach(() => router.remove());

const call = async (object: string, method: string, message: object) => {
  const script = 'ubus call "$1" "$2" "$3"';
  const { status, stdout } = await router.shell().run(script, [object, method, JSON.stringify(message)]);
  return { status, text: Buffer.from(stdout).toString() };
};
const session = async (timeout = 300): Promise<string> => {
  const { text } = await call('session', 'create', { timeout });
  const { ubus_rpc_session: id } = JSON.parse(text) as { ubus_rpc_session: string };
  const objects = [['dhcp', 'write']];
  await call('session', 'grant', { ubus_rpc_session: id, scope: 'uci', objects });
  return id;
};
const set = { config: 'dhcp', section: 'lan', values: { start: '5' } };

test.each([
  ['a member that it does not know', { ...set, value: 'x' }, 2],
  ['a package that was not granted', { ...set, config: 'uhttpd', section: 'main' }, 6],
  ['a section that is not there', { ...set, section: 'nothing' }, 4],
])('%s is an error', async (_, message, status) => {
  const id = await session();
  expect(await call('uci', 'set', { ubus_rpc_session: id, ...message })).toMatchObject({ status });
});

test('a session that has expired may do nothing', async () => {
  const id = await session(0);
  expect(await call('uci', 'set', { ubus_rpc_session: id, ...set })).toMatchObject({ status: 6 });
});

test('one change waits at a time, and only its own session confirms it', async () => {
  const [one, other] = [await session(), await session()];
  const apply = { rollback: true, timeout: 60 };
  expect(await call('uci', 'apply', { ubus_rpc_session: one, ...apply })).toMatchObject({ status: 5 });
  for (const id of [one, other]) await call('uci', 'set', { ubus_rpc_session: id, ...set });
  expect(router.config('dhcp')).toBe(stockConfig.dhcp);
  expect(await call('uci', 'confirm', { ubus_rpc_session: one })).toMatchObject({ status: 5 });
  expect(await call('uci', 'apply', { ubus_rpc_session: one, ...apply })).toMatchObject({ status: 0 });
  expect(router.config('dhcp')).not.toBe(stockConfig.dhcp);
  expect(await call('uci', 'apply', { ubus_rpc_session: other, ...apply })).toMatchObject({ status: 6 });
  expect(await call('uci', 'confirm', { ubus_rpc_session: other })).toMatchObject({ status: 6 });
  expect(await call('uci', 'rollback', { ubus_rpc_session: one })).toMatchObject({ status: 0 });
  expect(router.config('dhcp')).toBe(stockConfig.dhcp);
  expect(await call('uci', 'confirm', { ubus_rpc_session: one })).toMatchObject({ status: 5 });
});
