import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { remoteShells, type SshLimits } from '../../../src/adapters/ssh/remoteShells.ts';
import { ConnectionLost, type RemoteShell } from '../../../src/ports/remoteShell.ts';
import { type Dropbear, startDropbear } from './dropbear.ts';

let started: Dropbear | undefined;
let dropbear: Dropbear;
beforeEach(async ({ skip }) => {
  started ??= await startDropbear({ skip });
  dropbear = started;
});
afterAll(() => started?.close());

/** A shell for the length of a test. */
async function withShell<T>(
  use: (shell: RemoteShell) => Promise<T>,
  limits: Partial<SshLimits> = {},
): Promise<T> {
  const { host, port, user } = { host: '127.0.0.1', port: dropbear.port, user: dropbear.user };
  const shell = await remoteShells({ privateKey: dropbear.key }, limits).open({
    host,
    port,
    user,
    hostKeys: [dropbear.hostKeys.ed25519],
  });
  try {
    return await use(shell);
  } finally {
    await shell.close();
  }
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

describe('a command', () => {
  test('answers its status and what it said', () =>
    withShell(async (shell) => {
      expect(shell.name).toBe(`${dropbear.user}@127.0.0.1:${dropbear.port}`);
      const { status, stdout, stderr } = await shell.run('echo out; echo err >&2; exit 3', []);
      expect({ status, stdout: text(stdout), stderr }).toEqual({
        status: 3,
        stdout: 'out\n',
        stderr: 'err\n',
      });
    }));

  test('that a signal ended has 128 and its number', () =>
    withShell(async (shell) => {
      expect((await shell.run('kill -9 $$', [])).status).toBe(137);
    }));

  test('keeps the end of a long standard error only', () =>
    withShell(async (shell) => {
      const script = 'i=0; while [ $i -lt 2000 ]; do echo "line $i äöü" >&2; i=$((i+1)); done';
      const { stderr } = await shell.run(script, []);
      expect(Buffer.byteLength(stderr)).toBeGreaterThan(8_000);
      expect(Buffer.byteLength(stderr)).toBeLessThanOrEqual(8_192);
      expect(stderr.endsWith('line 1999 äöü\n')).toBe(true);
      expect(stderr).not.toContain('\u{fffd}');
    }));

  test('gets any parameter as it is', () =>
    withShell(async (shell) => {
      const nasty = [
        '',
        "it's",
        '$(reboot)',
        '`id`',
        '-n',
        '*',
        '\n',
        '"',
        '\\',
        '!',
        ' a  b ',
        '~',
        "'\\''",
        'ü€😀',
      ];
      const words = fc.array(
        fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 40 })),
        {
          maxLength: 8,
        },
      );
      await fc.assert(
        fc.asyncProperty(words, async (given) => {
          const script = 'for word; do printf "%s\\0" "$word"; done';
          const { stdout } = await shell.run(script, given);
          const expected = given.map((word) => `${word.replaceAll('\0', '').toWellFormed()}\0`).join('');
          expect(text(stdout)).toBe(expected);
        }),
        { numRuns: 60 },
      );
    }));

  test('that is too long for dropbear is a mistake of ours; the longest one runs', () =>
    withShell(async (shell) => {
      const filled = 'x'.repeat(8_970);
      expect((await shell.run('printf %s "$1"', [filled])).stdout).toHaveLength(8_970);
      await expect(shell.run('printf %s "$1"', [`${filled}xxxxxxxxxxxx`])).rejects.toThrow(
        /it must be under 9000/,
      );
    }));

  test('waits for the one before it', () =>
    withShell(async (shell) => {
      const script = 'mkdir "$1/one" || exit 9; ls /proc >/dev/null; rmdir "$1/one"';
      const runs = await Promise.all([1, 2, 3].map(() => shell.run(script, [dropbear.folder])));
      expect(runs.map(({ status }) => status)).toEqual([0, 0, 0]);
    }));
});

describe('input', () => {
  test.each<[string, string | Uint8Array]>([
    ['a text', 'grüße\n'],
    ['bytes', Buffer.alloc(200_000, 'abc')],
    ['nothing', ''],
  ])('%s arrives as it is', (_name, input) =>
    withShell(async (shell) => {
      const { stdout } = await shell.run('cat', [], { input });
      expect(Buffer.compare(stdout, Buffer.from(input))).toBe(0);
    }),
  );

  test('pieces of all sizes arrive whole and in order', () =>
    withShell(async (shell) => {
      const sizes = fc.array(fc.oneof(fc.nat(200), fc.nat(200_000), fc.constantFrom(0, 32_768, 65_536)), {
        maxLength: 12,
      });
      await fc.assert(
        fc.asyncProperty(sizes, async (lengths) => {
          const pieces = lengths.map((length, index) => Buffer.alloc(length, `${index},`));
          const { stdout } = await shell.run('cat', [], { input: inPieces(pieces) });
          expect(Buffer.compare(stdout, Buffer.concat(pieces))).toBe(0);
        }),
        { numRuns: 15 },
      );
    }));

  test('of 64 MiB arrives whole', () =>
    withShell(async (shell) => {
      const pieces = Array.from({ length: 256 }, () => Buffer.alloc(256 * 1024));
      const { stdout } = await shell.run('wc -c', [], { input: inPieces(pieces) });
      expect(Number(text(stdout))).toBe(64 * 1024 * 1024);
    }));

  test('that the command does not want is left, and its source closed', () =>
    withShell(async (shell) => {
      let read = 0;
      let closed = false;
      async function* source(): AsyncGenerator<Uint8Array> {
        try {
          for (;;) {
            read += 1;
            yield Buffer.alloc(65_536);
          }
        } finally {
          closed = true;
        }
      }
      const { status } = await shell.run('head -c 10 >/dev/null; exit 7', [], { input: source() });
      expect({ status, closed }).toEqual({ status: 7, closed: true });
      expect(read).toBeLessThan(40);
      expect((await shell.run('true', [])).status).toBe(0);
    }));

  test('a source that waits for ever does not hold up a command that ended', () =>
    withShell(async (shell) => {
      const input = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => {}) }) };
      expect((await shell.run('exit 5', [], { input })).status).toBe(5);
    }));

  test('a source that fails ends the command, and says why', () =>
    withShell(async (shell) => {
      async function* source(): AsyncGenerator<Uint8Array> {
        yield Buffer.from('half');
        throw new Error('the disk is gone');
      }
      await expect(shell.run('cat >/dev/null', [], { input: source() })).rejects.toThrow('the disk is gone');
      expect((await shell.run('echo again', [])).status).toBe(0);
    }));
});

describe('a connection that breaks', () => {
  test('in the middle of an upload is told from a failure, and can be made again', () =>
    withShell(async (shell) => {
      let sent = 0;
      async function* source(): AsyncGenerator<Uint8Array> {
        for (;;) {
          sent += 1;
          if (sent === 20) dropbear.breakConnections();
          yield Buffer.alloc(65_536);
        }
      }
      await expect(shell.run('cat >/dev/null', [], { input: source() })).rejects.toThrow(ConnectionLost);
      await expect(shell.run('true', [])).rejects.toThrow(ConnectionLost);
      await shell.reconnect();
      expect((await shell.run('true', [])).status).toBe(0);
    }));

  test('while nothing runs is seen by the next command', () =>
    withShell(async (shell) => {
      await shell.run('true', []);
      dropbear.breakConnections();
      await expect(shell.run('true', [])).rejects.toThrow(ConnectionLost);
      await shell.reconnect();
      await shell.reconnect();
      expect((await shell.run('true', [])).status).toBe(0);
    }));

  test('with its server: says that nothing listens until it is back', () =>
    withShell(async (shell) => {
      const running = expect(shell.run('sleep 20', [])).rejects.toThrow(ConnectionLost);
      const waiting = expect(shell.run('true', [])).rejects.toThrow(ConnectionLost);
      await dropbear.kill();
      await Promise.all([running, waiting]);
      await expect(shell.reconnect()).rejects.toThrow(/connection was refused/);
      await dropbear.start();
      await shell.reconnect();
      expect((await shell.run('true', [])).status).toBe(0);
    }));

  test('by silence', () =>
    withShell(async (shell) => {
      await expect(shell.run('sleep 20', [], { idleMilliseconds: 100 })).rejects.toThrow(
        /not a byte for 0.1 s/,
      );
      await shell.reconnect();
      const { stdout } = await shell.run('for i in 1 2 3 4 5 6; do echo $i; sleep 0.4; done', [], {
        idleMilliseconds: 2000,
      });
      expect(stdout).toHaveLength(12);
    }));

  test('by a close in the middle of a command', async () => {
    await withShell(async (shell) => {
      const running = expect(shell.run('sleep 20', [])).rejects.toThrow(ConnectionLost);
      await shell.close();
      await running;
      await expect(shell.reconnect()).rejects.toThrow(/is closed/);
    });
  });
});

describe('an abort', () => {
  test('ends a command that reads its input, and leaves the connection', () =>
    withShell(async (shell) => {
      const controller = new AbortController();
      async function* source(): AsyncGenerator<Uint8Array> {
        yield Buffer.from('x');
        controller.abort(new Error('enough'));
        await new Promise(() => {});
      }
      const running = shell.run('cat', [], { input: source(), signal: controller.signal });
      await expect(running).rejects.toThrow('enough');
      expect((await shell.run('echo still here', [])).status).toBe(0);
    }));

  test('gives up the connection of a command that does not end', () =>
    withShell(
      async (shell) => {
        const controller = new AbortController();
        const folder = mkdtempSync(join(tmpdir(), 'pilotlight-abort-'));
        const path = join(folder, 'begun');
        const running = shell.run('echo >"$1"; exec sleep 20 </dev/null', [path], {
          signal: controller.signal,
        });
        const ended = expect(running).rejects.toThrow('enough');
        await expect.poll(() => existsSync(path), { timeout: 60_000 }).toBe(true);
        controller.abort(new Error('enough'));
        await ended;
        rmSync(folder, { recursive: true });
        await expect(shell.run('true', [])).rejects.toThrow(ConnectionLost);
        await shell.reconnect();
        expect((await shell.run('true', [])).status).toBe(0);
      },
      { abortMilliseconds: 50 },
    ));

  test('before the start runs nothing', () =>
    withShell(async (shell) => {
      const running = shell.run('exit 1', [], { signal: AbortSignal.abort(new Error('no')) });
      await expect(running).rejects.toThrow('no');
    }));
});

async function* inPieces(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield piece;
}
