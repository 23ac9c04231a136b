import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openRouterSystem } from '../../../src/adapters/router/openRouterSystem.ts';
import type { ConfigurationLines, PendingChange, RouterSystem } from '../../../src/ports/router.ts';
import { differences } from '../../../src/router/run/compare.ts';
import { configurationChange, packagesOf } from '../../../src/router/run/configuration.ts';
import type { UciChange } from '../../../src/router/uci/section.ts';
import { stockConfig, type TestRouter, testRouter } from '../../fakes/rpcd/testRouter.ts';

/** Values that a shell, uci or JSON may stumble over. */
const nasty = `it's "x" $(reboot) \`id\` \\ {a} [b] ; & | ü`;

const changes: UciChange[] = [
  {
    kind: 'add',
    package: 'dhcp',
    section: 'pilotlight_ipxe',
    type: 'boot',
    options: new Map<string, string | string[]>([
      ['filename', nasty],
      ['networkid', ['one', "t'wo"]],
    ]),
  },
  { kind: 'set', package: 'dhcp', section: '@dnsmasq[0]', option: 'enable_tftp', from: undefined, to: '1' },
  {
    kind: 'add',
    package: 'fstab',
    section: 'pilotlight_usb',
    type: 'mount',
    options: new Map([['target', '/mnt/usb']]),
  },
];
const names = ['dhcp', 'uhttpd', 'fstab'];

/** What happens by itself is waited for as long as it takes: the router's time moves only when a test says so. */
const patience = { timeout: 120_000 };

describe.each(['timer', 'rpcd'] as const)('by %s', (method) => {
  let router: TestRouter;
  let system: RouterSystem;

  beforeEach(async (context) => {
    router = testRouter(context, { rpcd: true });
    system = await openSystem(router);
  });
  afterEach(() => router.remove());

  const apply = async (lines?: ConfigurationLines): Promise<PendingChange> => {
    const change = configurationChange(await system.survey(names), changes);
    return system.apply(lines ?? change.lines, { method, timeoutSeconds: 60 });
  };
  const isOld = (): boolean => router.config('dhcp') === stockConfig.dhcp;

  test('a change is applied as the model says, and confirmed', async () => {
    const { after } = configurationChange(await system.survey(names), changes);
    const pending = await apply();
    const survey = await system.survey(names);
    expect(differences(after, packagesOf(survey.uci, ['dhcp', 'fstab']))).toEqual([]);
    expect(survey.pending).toMatch(/not confirmed yet \(the router takes it back within \d+ s\)/);
    expect(router.restarted()).toEqual(['dnsmasq restart', 'uhttpd restart']);
    await system.confirm(pending);
    await system.confirm(pending);
    await system.revert(pending);
    const last = await system.survey(names);
    expect(last.pending).toBeUndefined();
    expect(last.last).toMatchObject({ id: pending.id, packages: ['dhcp', 'fstab'], changedSince: [] });
    expect(last.last?.before.get('dhcp')).toBe(stockConfig.dhcp);
    expect(differences(after, packagesOf(last.uci, ['dhcp', 'fstab']))).toEqual([]);
  });

  test('a change is taken back, to the last byte', async () => {
    const pending = await apply();
    expect(isOld()).toBe(false);
    await system.revert(pending);
    expect(isOld()).toBe(true);
    expect((await system.survey(names)).pending).toBeUndefined();
    await expect(system.confirm(pending)).rejects.toThrow('the router has taken the change back already');
    expect(isOld()).toBe(true);
    await system.revert(pending);
  });

  test('a change that nobody confirms comes back by itself', async () => {
    const pending = await apply();
    router.pass(59);
    expect(isOld()).toBe(false);
    router.pass(2);
    await expect.poll(isOld, patience).toBe(true);
    await expect.poll(async () => (await system.survey(names)).pending, patience).toBeUndefined();
    await expect(system.confirm(pending)).rejects.toThrow('taken the change back already');
    expect(isOld()).toBe(true);
  });

  test('a second change is refused while one waits, and harms nothing', async () => {
    const pending = await apply();
    const changed = router.config('dhcp');
    await expect(apply()).rejects.toThrow('an earlier change is not confirmed yet; nothing was changed');
    expect(router.config('dhcp')).toBe(changed);
    await system.confirm(pending);
    const again = await apply();
    await system.revert(again);
    expect(router.config('dhcp')).toBe(changed);
  });

  test('what somebody staged and did not commit is not committed by us', async () => {
    router.write('tmp/.uci/dhcp', "dhcp.lan.start='7'\n");
    expect((await system.survey(names)).staged).toBe("dhcp.lan.start='7'\n");
    await expect(apply()).rejects.toThrow('dhcp has changes that are not committed');
    expect(isOld()).toBe(true);
  });

  test('a line that fails leaves all as it was', async () => {
    const lines: ConfigurationLines = {
      batch: "set dhcp.lan.start='5'\nset dhcp.nothing.x='1'\n",
      calls: [
        '{"method":"set","message":{"config":"dhcp","section":"lan","values":{"start":"5"}}}',
        '{"method":"set","message":{"config":"dhcp","section":"nothing","values":{"x":"1"}}}',
      ].join('\n'),
      packages: ['dhcp'],
    };
    await expect(apply(lines)).rejects.toThrow(/the configuration is as it was$/);
    expect(isOld()).toBe(true);
    expect((await system.survey(names)).pending).toBeUndefined();
    expect(router.restarted()).toEqual([]);
  });

  test('a change outlives the start of the router, and is taken back then', async () => {
    await apply();
    startAnew(router);
    const survey = await system.survey(names);
    expect(survey.pending).toMatch('the router was started anew');
    expect(await system.revertLeftover()).toBe(true);
    expect(isOld()).toBe(true);
    expect(await system.revertLeftover()).toBe(false);
  });

  test('the timer of a change that was confirmed leaves later ones alone', async () => {
    const first = await apply();
    await system.confirm(first);
    const after = router.config('dhcp');
    const { last } = await system.survey(names);
    if (last === undefined) throw new Error('no change is kept');
    const second = await system.putBack(last, { timeoutSeconds: 600 });
    // The time of the first one is over, and that of the second is not.
    router.pass(61);
    const folder = join(router.root, 'tmp/pilotlight-router', first.id);
    await expect.poll(() => existsSync(folder), patience).toBe(false);
    expect(isOld()).toBe(true);
    expect((await system.survey(names)).pending).toMatch('not confirmed yet');
    await system.revert(second);
    expect(router.config('dhcp')).toBe(after);
  });

  test('the last change is put back under the same watch', async () => {
    await system.confirm(await apply());
    const changed = router.config('dhcp');
    const { last } = await system.survey(names);
    if (last === undefined) throw new Error('no change is kept');
    await system.revert(await system.putBack(last, { timeoutSeconds: 60 }));
    expect(router.config('dhcp')).toBe(changed);
    await system.confirm(await system.putBack(last, { timeoutSeconds: 60 }));
    expect(isOld()).toBe(true);
    router.write('etc/config/dhcp', `${router.config('dhcp')}\nconfig domain 'other'\n`);
    expect((await system.survey(names)).last?.changedSince).toEqual(['dhcp']);
  });
});

test('a timer that fires while the change is written wins in the end', async (context) => {
  const router = testRouter(context);
  const system = await openSystem(router);
  const wait = `for word; do if [ "$word" = commit ]; then
    echo '999999999 0' >'${router.root}/later'; mv -f '${router.root}/later' '${router.root}/proc/uptime'
    until [ -L "$(echo '${router.root}'/tmp/pilotlight-router/*/decided)" ]; do sleep 1; done; fi; done`;
  const [first = '', ...rest] = readFileSync(join(router.root, 'bin/uci'), 'utf8').split('\n');
  router.write('bin/uci', [first, wait, ...rest].join('\n'));
  const { lines } = configurationChange(await system.survey(names), changes);
  await expect(system.apply(lines, { method: 'timer', timeoutSeconds: 60 })).rejects.toThrow('as it was');
  expect(router.config('dhcp')).toBe(stockConfig.dhcp);
  expect((await system.survey(names)).pending).toBeUndefined();
  router.remove();
});

test('rpcd refuses while a change of somebody else waits', async (context) => {
  const router = testRouter(context, { rpcd: true });
  const system = await openSystem(router);
  const lines: ConfigurationLines = {
    batch: '',
    calls: '{"method":"set","message":{"config":"dhcp","section":"lan","values":{"start":"5"}}}',
    packages: ['dhcp'],
  };
  const first = await system.apply(lines, { method: 'rpcd', timeoutSeconds: 60 });
  const changed = router.config('dhcp');
  // As LuCI's looks to us: rpcd knows of it, and we do not.
  await router.shell().run('rm -rf "$1/etc/pilotlight-router/pending"', [router.root]);
  await expect(system.apply(lines, { method: 'rpcd', timeoutSeconds: 60 })).rejects.toThrow(
    "somebody else's change waits for its confirmation",
  );
  expect(router.config('dhcp')).toBe(changed);
  expect(first.method).toBe('rpcd');
  router.remove();
});

async function openSystem(router: TestRouter): Promise<RouterSystem> {
  return openRouterSystem({
    open: async () => router.shell(),
    storage: join(router.root, 'mnt/usb'),
    root: router.root,
  });
}

/** What a start of the router leaves: its memory is empty, and it has another boot id. */
function startAnew({ root }: TestRouter): void {
  const record = join(root, 'etc/pilotlight-router/pending/record');
  const [id, method, , deadline] = readFileSync(record, 'utf8').split(' ');
  writeFileSync(record, [id, method, 'another-boot', deadline].join(' '));
  rmSync(join(root, 'tmp/pilotlight-router'), { recursive: true });
}
