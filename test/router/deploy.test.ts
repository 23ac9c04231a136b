import { afterEach, describe, expect, test } from 'vitest';
import { remoteShells } from '../../src/adapters/ssh/remoteShells.ts';
import { startRefusingServer } from './lab/refusingServer.ts';
import { requireRouter } from './lab/requireRouter.ts';
import { type Router, type RouterOptions, startRouter } from './lab/router.ts';
import { deployTo } from './sweep/deployTo.ts';
import { reachOf } from './sweep/place.ts';
import { readAsMachine } from './sweep/readAsMachine.ts';
import { fresh, old } from './sweep/releases.ts';
import type { Heard } from './sweep/watchedShells.ts';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of closing.splice(0).reverse()) await each.close();
});

async function routerFor(options: RouterOptions = {}): Promise<Router> {
  const router = await startRouter(options);
  closing.push(router);
  return router;
}

const root = (router: Router): string => router.seen('/mnt/usb/pilotlight');

describe('a deploy', () => {
  test.for<RouterOptions>([
    { userland: 'openwrt', server: 'dropbear' },
    { userland: 'debian', server: 'sshd' },
  ])('reaches a router with the programs of $userland by $server', async (options, context) => {
    requireRouter(context);
    const router = await routerFor(options);
    const reach = reachOf(router, router.port);
    expect(await deployTo(reach, old)).toMatchObject({ changed: true, warnings: [] });
    expect(await deployTo(reach, fresh)).toMatchObject({
      changed: true,
      warnings: [],
      uploadedBytes: expect.any(Number),
    });
    expect(readAsMachine(root(router), [old, fresh])).toBe(fresh);
  });

  test('that has nothing to do asks once and writes nothing', async (context) => {
    requireRouter(context);
    const router = await routerFor();
    const reach = reachOf(router, router.port);
    await deployTo(reach, old);
    const times = 'cd /mnt/usb/pilotlight; find . | sort | while read f; do ls -ld --full-time "$f"; done';
    const before = (await router.exec(times)).stdout;
    const heard: Heard = { commands: [] };
    expect(await deployTo(reach, old, { heard })).toMatchObject({ changed: false });
    expect(heard.commands).toEqual([0]);
    expect((await router.exec(times)).stdout).toBe(before);
  });

  test('says one command at a time, where a second one is refused', async (context) => {
    requireRouter(context);
    const router = await routerFor();
    const server = await startRefusingServer(router.shell);
    closing.push(server);
    const reach = { ...reachOf(router, server.port), hostKey: server.hostKey };
    await deployTo(reach, fresh);
    expect(readAsMachine(root(router), [fresh])).toBe(fresh);
    const shell = await remoteShells({ privateKey: reach.clientKey }).open({
      host: '127.0.0.1',
      port: server.port,
      user: 'root',
      hostKeys: [reach.hostKey],
    });
    const said = await Promise.all(['1', '2', '3'].map((each) => shell.run('echo "$1"', [each])));
    expect(said.map(({ stdout }) => `${Buffer.from(stdout)}`)).toEqual(['1\n', '2\n', '3\n']);
    await shell.close();
    expect(server.refused()).toBe(0);
  });

  test('is on the disk when it has ended: the power may go', async (context) => {
    requireRouter(context);
    const router = await routerFor();
    await deployTo(reachOf(router, router.port), fresh);
    await router.powerCut();
    expect(readAsMachine(root(router), [fresh])).toBe(fresh);
  });

  test('writes nothing where no stick is mounted, and says so', async (context) => {
    requireRouter(context);
    const router = await routerFor();
    await router.stick.unmount();
    await expect(deployTo(reachOf(router, router.port), fresh)).rejects.toThrow(/not a mount point/);
    expect((await router.exec('ls -A /mnt/usb')).stdout).toBe('');
  });
});
