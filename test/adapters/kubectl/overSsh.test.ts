import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { overSsh } from '../../../src/adapters/kubectl/overSsh.ts';
import { remoteShells } from '../../../src/adapters/ssh/remoteShells.ts';
import type { RemoteShell, RunResult } from '../../../src/ports/remoteShell.ts';
import { ConnectionLost } from '../../../src/ports/remoteShell.ts';
import { type Dropbear, startDropbear } from '../ssh/dropbear.ts';

let started: Dropbear | undefined;
let dropbear: Dropbear;
beforeEach(async ({ skip }) => {
  started ??= await startDropbear({ skip });
  dropbear = started;
});
afterAll(() => started?.close());

const hostname = 'lenovo2.lab.example.org';

/** Programs that stand in for those of a server, first on the PATH of its scripts. */
function standIns(programs: Readonly<Record<string, string>>): string {
  const folder = join(dropbear.folder, `bin-${Object.keys(programs).join('-')}`);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(programs)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

/** A server of K3s behind a real SSH server, with stand-ins for its programs. */
async function withServer<T>(
  programs: Readonly<Record<string, string>>,
  use: (server: ReturnType<typeof overSsh>, shell: RemoteShell) => Promise<T>,
  dataFolder = join(dropbear.folder, 'k3s'),
): Promise<T> {
  const { port, user, key, hostKeys } = dropbear;
  const shell = await remoteShells({ privateKey: key }).open({
    host: '127.0.0.1',
    port,
    user,
    hostKeys: [hostKeys.ed25519],
  });
  const path = standIns(programs);
  const onPath: RemoteShell = {
    ...shell,
    run: (script, parameters, options) => shell.run(`PATH=${path}:$PATH\n${script}`, parameters, options),
  };
  try {
    return await use(overSsh(onPath, { hostname, dataFolder }), shell);
  } finally {
    await shell.close();
  }
}

describe('kubectl of K3s', () => {
  const echo = 'for word; do printf "%s\\0" "$word"; done';

  test('gets every argument as it is, whatever is in it', () =>
    withServer({ k3s: echo }, async ({ kubectl }) => {
      const nasty = ['get', "it's", '$(reboot)', '`id`', '-n', '*', 'a b', '\n', '"', '\\', ';', 'ü€', ''];
      const { status, stdout } = await kubectl.run(nasty);
      expect({ status, words: stdout.split('\0').slice(0, -1) }).toEqual({
        status: 0,
        words: ['kubectl', ...nasty],
      });
      expect(kubectl.name).toBe(hostname);
    }));

  test('reads what it is given, and its complaint is an answer', () =>
    withServer(
      { k3s: 'cat; echo "Error from server (NotFound): nodes \\"x\\" not found" >&2; exit 1' },
      async ({ kubectl }) => {
        expect(await kubectl.run(['create', '--filename=-'], { input: '{"kind":"Eviction"}' })).toEqual({
          status: 1,
          stdout: '{"kind":"Eviction"}',
          stderr: 'Error from server (NotFound): nodes "x" not found\n',
        });
      },
    ));

  test('ends when it is stopped, and the next call is answered', () =>
    withServer({ k3s: 'if [ "$2" = wait ]; then sleep 60; fi; echo "$2"' }, async ({ kubectl }) => {
      const stop = new AbortController();
      const waiting = kubectl.run(['wait'], { signal: stop.signal });
      stop.abort();
      await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
      expect((await kubectl.run(['version'])).stdout).toBe('version\n');
    }));

  test('can be asked again after its connection broke', () =>
    withServer({ k3s: 'if [ "$2" = break ]; then kill -9 "$PPID"; fi; echo "$2"' }, async ({ kubectl }) => {
      await expect(kubectl.run(['break'])).rejects.toBeInstanceOf(ConnectionLost);
      await kubectl.reconnect();
      expect((await kubectl.run(['version'])).stdout).toBe('version\n');
    }));

  test('is run through sudo where somebody else is logged in', () =>
    withServer(
      { id: 'echo 1000', sudo: 'shift; [ "$1" = true ] && exit 0; echo "sudo $2 $3"', k3s: 'exit 9' },
      async ({ kubectl }) => expect((await kubectl.run(['get', 'nodes'])).stdout).toBe('sudo kubectl get\n'),
    ));
});

describe('a server that cannot be asked', () => {
  test('because it has no K3s', () =>
    withServer({ k3s: 'exit 127' }, async ({ kubectl }) => {
      await expect(kubectl.run(['get', 'nodes'])).rejects.toThrow(`${hostname}: there is no K3s`);
    }));

  test('because sudo wants a password', () =>
    withServer(
      { id: 'echo 1000', sudo: 'echo "sudo: a password is required" >&2; exit 1', k3s: '' },
      async (server) => {
        const refused = 'kubectl and etcd answer root alone, and sudo asks for a password';
        await expect(server.kubectl.run(['get', 'nodes'])).rejects.toThrow(refused);
        await expect(server.etcd.members()).rejects.toThrow(refused);
      },
    ));
});

describe('etcd of K3s', () => {
  const list =
    '{"members":[{"ID":"9372538179322589801","name":"one-00000001","peerURLs":["https://10.0.0.1:2380"],"clientURLs":["https://10.0.0.1:2379"]},{"ID":"10501334649042878790","name":"two-00000002","peerURLs":["https://10.0.0.2:2380"],"clientURLs":["https://10.0.0.2:2379"]},{"ID":"18249187646912138824","name":"three-00000003","peerURLs":["https://10.0.0.3:2380"],"clientURLs":["https://10.0.0.3:2379"],"isLearner":true},{"ID":"1","peerURLs":["https://10.0.0.4:2380"],"isLearner":true}]}';

  /** A curl that answers as etcd does: the list on one port, and the health of the members. */
  const curl = (port: number) => `
for word; do last=$word; done
echo "$*" >>"$0.calls"
case $last in
  https://127.0.0.1:${port}/v3/cluster/member/list) echo '${list}' ;;
  https://127.0.0.1:*) echo "curl: (7) Failed to connect to 127.0.0.1 port 2382: Connection refused" >&2; exit 7 ;;
  https://10.0.0.1:2379/*) cat >"$0.sent"; printf 'HTTP/2 200 \\r\\ngrpc-status: 0\\r\\n' ;;
  https://10.0.0.2:2379/*) echo "curl: (28) Operation timed out after 8000 milliseconds" >&2; exit 28 ;;
  https://10.0.0.3:2379/*) printf 'grpc-message: etcdserver: rpc not supported for learner\\r\\ngrpc-status: 14\\r\\n' ;;
esac`;
  const withEtcd = () => {
    const folder = join(dropbear.folder, 'with-etcd');
    mkdirSync(join(folder, 'server/db/etcd'), { recursive: true });
    return folder;
  };

  test.each([2382, 2379])('tells its members and their health, with HTTP on port %i', (port) =>
    withServer(
      { curl: curl(port) },
      async ({ etcd }) => {
        expect(await etcd.members()).toEqual({
          kind: 'members',
          members: [
            {
              id: '8211f1d0f64f3269',
              name: 'one-00000001',
              peerUrls: ['https://10.0.0.1:2380'],
              learner: false,
              healthy: true,
            },
            {
              id: '91bc3c398fb3c146',
              name: 'two-00000002',
              peerUrls: ['https://10.0.0.2:2380'],
              learner: false,
              healthy: false,
            },
            {
              id: 'fd422379fda50e48',
              name: 'three-00000003',
              peerUrls: ['https://10.0.0.3:2380'],
              learner: true,
              healthy: true,
            },
            { id: '1', name: '', peerUrls: ['https://10.0.0.4:2380'], learner: true, healthy: false },
          ],
        });
        const sent = readFileSync(join(dropbear.folder, 'bin-curl/curl.sent'));
        expect(sent.toString('latin1')).toBe('\0\0\0\0\b\n\x06health');
        const calls = readFileSync(join(dropbear.folder, 'bin-curl/curl.calls'), 'utf8');
        expect(calls).toContain(`--cacert ${withEtcd()}/server/tls/etcd/server-ca.crt --cert`);
      },
      withEtcd(),
    ),
  );

  test('that does not answer says why', () =>
    withServer(
      { curl: curl(1) },
      async ({ etcd }) => {
        expect(await etcd.members()).toEqual({
          kind: 'silent',
          why: expect.stringContaining('2382: curl: (7) Failed to connect'),
        });
      },
      withEtcd(),
    ));

  test('that answers something else is silent', () =>
    withServer(
      { curl: 'echo "<html>"' },
      async ({ etcd }) => expect(await etcd.members()).toMatchObject({ kind: 'silent', why: '<html>' }),
      withEtcd(),
    ));

  test('is not there on a server that keeps its state elsewhere', () =>
    withServer({ curl: curl(2382) }, async ({ etcd }) =>
      expect(await etcd.members()).toEqual({ kind: 'none' }),
    ));

  test('cannot be asked where its script ends badly', async () => {
    const ended: RunResult = { status: 2, stdout: new Uint8Array(), stderr: 'sh: fork failed\n' };
    const shell = { name: 'x', run: async () => ended, reconnect: async () => {}, close: async () => {} };
    await expect(overSsh(shell, { hostname }).etcd.members()).rejects.toThrow(
      `${hostname}: etcd cannot be asked: sh: fork failed`,
    );
  });
});
