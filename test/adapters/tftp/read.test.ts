import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { tftp } from '../../../src/adapters/tftp/read.ts';
import { requireTool, type Skipping } from '../../tools/tools.ts';

const ended: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0)) await end();
});

describe('dnsmasq', () => {
  test.for([0, 1, 511, 512, 513, 100_000])('gives a file of %i bytes', async (length, context) => {
    const { host, folder } = await startDnsmasq(context);
    const bytes = Buffer.from(Array.from({ length }, (_, index) => (index * 7) & 0xff));
    writeFileSync(join(folder, 'snponly.efi'), bytes, { mode: 0o644 });
    const answer = await tftp.read({ host }, 'snponly.efi');
    expect({ ...answer, bytes: Buffer.from(answer.bytes).equals(bytes) }).toEqual({
      kind: 'file',
      bytes: true,
    });
  });

  test('is left when enough has come', async (context) => {
    const { host, folder } = await startDnsmasq(context);
    writeFileSync(join(folder, 'snponly.efi'), Buffer.alloc(100_000, 1), { mode: 0o644 });
    const answer = await tftp.read({ host }, 'snponly.efi', { limitBytes: 700 });
    expect(answer.kind).toBe('file');
    expect(answer.bytes.length).toBe(700);
  });

  test('says that there is no such file', async (context) => {
    const { host } = await startDnsmasq(context);
    const answer = await tftp.read({ host }, 'nothing.efi');
    expect(answer.kind).toBe('refused');
    expect(answer.problem).toMatch(/not found/);
  });
});

test('a lost packet is asked for again, and old ones and nonsense are passed over', async () => {
  const asked: string[] = [];
  const port = await serve((bytes, send) => {
    const reply = (hex: string, text = '') =>
      send(Buffer.concat([Buffer.from(hex, 'hex'), Buffer.from(text)]));
    asked.push(bytes.subarray(0, 4).toString('hex'));
    if (bytes[1] === 1 && asked.length === 1) return;
    if (bytes[1] === 1) {
      reply('ff');
      reply('00090001');
      reply('00030001', 'a'.repeat(512));
    } else if (bytes[3] === 1) {
      reply('00030001', 'a'.repeat(512));
      reply('00030002', 'b');
    }
  });
  const answer = await tftp.read({ host: '127.0.0.1', port }, 'x');
  expect(Buffer.from(answer.bytes).toString()).toBe(`${'a'.repeat(512)}b`);
  expect(asked.slice(0, 3)).toEqual(['00017800', '00017800', '00040001']);
});

test('silence is told as such', async () => {
  const port = await serve(() => {});
  expect(await tftp.read({ host: '127.0.0.1', port }, 'x', { timeoutMilliseconds: 50 })).toEqual({
    kind: 'silence',
    bytes: Buffer.alloc(0),
    problem: 'no answer',
  });
});

test('a server that goes on with one block for ever gets no more time', async () => {
  const port = await serve((_, send) => {
    send(Buffer.concat([Buffer.from('00030001', 'hex'), Buffer.alloc(512)]));
  });
  const answer = await tftp.read({ host: '127.0.0.1', port }, 'x', { timeoutMilliseconds: 100 });
  expect(answer.problem).toBe('no answer after 512 bytes');
});

test('it ends when it is to end', async () => {
  const port = await serve(() => {});
  const controller = new AbortController();
  const reading = tftp.read({ host: '127.0.0.1', port }, 'x', { signal: controller.signal });
  controller.abort(new Error('enough'));
  await expect(reading).rejects.toThrow('enough');
});

/** A server of its own port; `send` goes to who asked. */
async function serve(answer: (bytes: Buffer, send: (bytes: Uint8Array) => void) => void): Promise<number> {
  const socket = createSocket('udp4');
  socket.on('message', (bytes, { address, port }) =>
    answer(bytes, (reply) => socket.send(reply, port, address)),
  );
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  ended.push(() => socket.close());
  return socket.address().port;
}

/** The real one, on port 69 of a loopback address of its own: that takes root. */
async function startDnsmasq(context: Skipping): Promise<{ host: string; folder: string }> {
  const program = requireTool('dnsmasq', context);
  if (process.getuid?.() !== 0) {
    if (process.env.CI === 'true') throw new Error('needs root: port 69');
    context.skip('needs root');
  }
  const host = `127.69.${Math.floor(Math.random() * 250)}.${1 + Math.floor(Math.random() * 250)}`;
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-tftp-'));
  const options = [
    '--no-daemon',
    '--conf-file=/dev/null',
    '--port=0',
    '--enable-tftp',
    `--tftp-root=${folder}`,
  ];
  const child = spawn(
    program,
    [...options, `--listen-address=${host}`, '--bind-interfaces', '--user=root', '--log-facility=-'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  ended.push(async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
    rmSync(folder, { recursive: true });
  });
  for await (const line of child.stderr) if (String(line).includes('TFTP root is')) break;
  return { host, folder };
}
