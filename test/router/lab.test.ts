import { existsSync, readdirSync } from 'node:fs';
import ssh2 from 'ssh2';
import { afterEach, describe, expect, test } from 'vitest';
import { startRefusingServer } from './lab/refusingServer.ts';
import { requireRouter } from './lab/requireRouter.ts';
import { type Router, type RouterOptions, startRouter } from './lab/router.ts';

const routers: Router[] = [];
afterEach(async () => {
  for (const router of routers.splice(0)) await router.close();
});

async function routerFor(options: RouterOptions = {}): Promise<Router> {
  const router = await startRouter(options);
  routers.push(router);
  return router;
}

function connect(router: Pick<Router, 'address' | 'port' | 'clientKey'>): Promise<ssh2.Client> {
  return new Promise((resolve, reject) => {
    const client = new ssh2.Client();
    client.on('ready', () => resolve(client)).on('error', reject);
    client.connect({
      host: router.address,
      port: router.port,
      username: 'root',
      privateKey: router.clientKey,
    });
  });
}

/** What a command writes; rejects when it cannot be started. `started` is called when it runs. */
function say(
  client: ssh2.Client,
  command: string,
  started?: (stream: ssh2.ClientChannel) => void,
): Promise<string> {
  return new Promise((resolve, reject) => {
    client.exec(command, (error, stream) => {
      if (error !== undefined) return reject(error);
      started?.(stream);
      let text = '';
      stream.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      stream.on('close', () => resolve(text));
    });
  });
}

/** Whether a second command runs while a first one does, on the same connection. */
async function takesTwo(client: ssh2.Client): Promise<boolean> {
  const first = await new Promise<ssh2.ClientChannel>((resolve) => void say(client, 'cat', resolve));
  const second = await say(client, 'echo two').catch(() => 'refused');
  const ended = new Promise((resolve) => first.on('close', resolve));
  first.end();
  await ended;
  return second === 'two\n';
}

describe('the router of the tests', () => {
  test('has a shell with no applet but those of OpenWrt, a mounted stick, and HTTP in front of it', async (context) => {
    requireRouter(context);
    const router = await routerFor();
    const client = await connect(router);
    expect(
      await say(
        client,
        'mkdir /mnt/usb/pilotlight; echo hello >/mnt/usb/pilotlight/file; df -P /mnt/usb | tail -n 1',
      ),
    ).toMatch(/^\/dev\/loop\d+ .* \/mnt\/usb\n$/);
    expect(await (await fetch(`${router.url}/file`)).text()).toBe('hello\n');
    expect(
      await say(
        client,
        'for c in stat timeout base64 realpath setsid scp rsync python3; do command -v $c; done',
      ),
    ).toBe('');
    expect(await say(client, 'stat / 2>&1')).toMatch(/not found/);
    expect(await say(client, '. /etc/openwrt_release; echo "$DISTRIB_ID"')).toBe('OpenWrt\n');
    client.end();
  });

  test('a server that refuses a second command on a connection', async (context) => {
    requireRouter(context);
    const router = await routerFor();
    const server = await startRefusingServer(router.shell);
    const client = await connect({ ...router, port: server.port });
    expect(await takesTwo(client)).toBe(false);
    expect(await say(client, 'echo $PATH')).toBe('/usr/sbin:/usr/bin:/sbin:/bin\n');
    client.end();
    await server.close();
  });

  test('a new server takes several', async (context) => {
    requireRouter(context);
    const client = await connect(await routerFor({ userland: 'debian', server: 'sshd' }));
    expect(await takesTwo(client)).toBe(true);
    client.end();
  });

  test('a power cut takes what was not written to the device, and keeps what was', async (context) => {
    requireRouter(context);
    const router = await routerFor();
    const before = (await router.exec('cat /proc/sys/kernel/random/boot_id')).stdout;
    await router.exec('echo kept >/mnt/usb/kept; sync; echo lost >/mnt/usb/lost');
    await router.powerCut();
    expect((await router.exec('cat /mnt/usb/*')).stdout).toBe('kept\n');
    expect((await router.exec('cat /proc/sys/kernel/random/boot_id')).stdout).not.toBe(before);
    const client = await connect(router);
    expect(await say(client, 'echo back')).toBe('back\n');
    client.end();
  });

  test('its stick goes away, fills up and turns read-only while it is used', async (context) => {
    requireRouter(context);
    const router = await routerFor({ stickBytes: 16 << 20 });
    await router.stick.unmount();
    await router.stick.keep('empty');
    await router.stick.mount();
    await router.stick.fill(64 << 10);
    expect((await router.exec('dd if=/dev/zero of=/mnt/usb/file bs=1000000 count=1')).stderr).toMatch(
      /No space left/,
    );
    await router.reset('empty');
    expect((await router.exec('head -c 1000000 /dev/zero >/mnt/usb/file')).status).toBe(0);
    const client = await connect(router);
    const stream = await new Promise<ssh2.ClientChannel>(
      (resolve) => void say(client, 'cat >/mnt/usb/open', resolve),
    );
    stream.write('x');
    await router.stick.remountReadOnly();
    expect((await router.exec('echo >/mnt/usb/other')).stderr).toMatch(/Read-only/);
    await router.stick.unmount();
    expect(readdirSync(router.seen('/mnt/usb'))).toEqual([]);
    client.end();
  });

  test('in a network of its own it is reached by its operator only, and nothing of it stays', async (context) => {
    requireRouter(context);
    const router = await routerFor({ network: true });
    const [enter = '', ...entered] = router.operator;
    expect(enter).toBe('nsenter');
    expect(router.address).toBe('192.168.77.1');
    const { run } = await import('./lab/programs.ts');
    const reach = 'fetch(process.argv[1]).then((r) => console.log(r.status))';
    const got = await run(enter, [...entered, process.execPath, '-e', reach, `${router.url}/nothing`]);
    expect(got.stdout).toBe('404\n');
    const seen = router.seen('/');
    routers.pop();
    await router.close();
    expect(existsSync(seen)).toBe(false);
  });
});
