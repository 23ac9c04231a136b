import type { RemoteInfo, Socket } from 'node:dgram';
import type { Tftp, TftpAnswer } from '../../ports/tftp.ts';
import { acknowledgement, blockSize, farewell, readPacket, readRequest } from './packet.ts';

/** TFTP over a socket of its own for each file. */
export const tftp: Tftp = { read };

/** Milliseconds after which a packet is sent again. */
const again = 1_000;

async function read(
  { host, port = 69 }: { readonly host: string; readonly port?: number },
  path: string,
  {
    signal,
    timeoutMilliseconds = 6_000,
    limitBytes = 16 * 1024 * 1024,
  }: NonNullable<Parameters<Tftp['read']>[2]> = {},
): Promise<TftpAnswer> {
  // Loading it costs time that no other command should pay.
  const { createSocket } = await import('node:dgram');
  signal?.throwIfAborted();
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
  return new Promise((resolve, reject) => {
    const transfer = new Transfer(
      socket,
      { host, port },
      { path, limitBytes, onBlock: () => tooLate.refresh() },
    );
    const resend = setInterval(() => transfer.sendAgain(), again);
    const tooLate = setTimeout(() => end(transfer.silence()), timeoutMilliseconds);
    const aborted = (): void => end(undefined);
    function end(answer: TftpAnswer | undefined): void {
      clearInterval(resend);
      clearTimeout(tooLate);
      signal?.removeEventListener('abort', aborted);
      socket.removeAllListeners();
      // What is still on its way may fail, which nobody wants to know.
      socket.on('error', () => {});
      // The last packet goes out first.
      setImmediate(() => socket.close());
      if (answer === undefined) reject(signal?.reason);
      else resolve(answer);
    }
    signal?.addEventListener('abort', aborted, { once: true });
    socket.on('error', (error) => end(transfer.silence(error.message)));
    socket.on('message', (bytes, from) => {
      const answer = transfer.take(bytes, from);
      if (answer !== undefined) end(answer);
    });
    transfer.sendAgain();
  });
}

interface Wanted {
  readonly path: string;
  readonly limitBytes: number;
  /** Told of each new block. */
  readonly onBlock: () => void;
}

/** One file on its way. */
class Transfer {
  readonly #socket: Socket;
  readonly #wanted: Wanted;
  #peer: { host: string; port: number };
  /** The server answers from a port of its own, which the first answer tells. */
  #answered = false;
  #last: Uint8Array;
  #block = 0;
  #length = 0;
  readonly #parts: Uint8Array[] = [];

  constructor(socket: Socket, peer: { host: string; port: number }, wanted: Wanted) {
    this.#socket = socket;
    this.#peer = peer;
    this.#wanted = wanted;
    this.#last = readRequest(wanted.path);
  }

  sendAgain(): void {
    this.#socket.send(this.#last, this.#peer.port, this.#peer.host);
  }

  silence(why?: string): TftpAnswer {
    const after = this.#length === 0 ? '' : ` after ${this.#length} bytes`;
    return this.#answer('silence', why ?? `no answer${after}`);
  }

  /** Takes what came; the answer, when that was the end. */
  take(bytes: Buffer, from: RemoteInfo): TftpAnswer | undefined {
    if (this.#answered && from.port !== this.#peer.port) return undefined;
    const packet = readPacket(bytes);
    if (packet === undefined) return undefined;
    this.#answered = true;
    this.#peer = { host: this.#peer.host, port: from.port };
    if (packet.kind === 'error') return this.#answer('refused', packet.message);
    // Numbers of blocks go over from 65535 to 0. An old block says that our answer to it was lost.
    if (packet.block !== ((this.#block + 1) & 0xffff)) {
      this.sendAgain();
      return undefined;
    }
    this.#block += 1;
    this.#length += packet.bytes.length;
    this.#parts.push(packet.bytes);
    const last = packet.bytes.length < blockSize;
    const enough = !last && this.#length >= this.#wanted.limitBytes;
    this.#last = enough ? farewell() : acknowledgement(packet.block);
    this.sendAgain();
    this.#wanted.onBlock();
    return last || enough ? this.#answer('file') : undefined;
  }

  #answer(kind: TftpAnswer['kind'], problem?: string): TftpAnswer {
    const bytes = Buffer.concat(this.#parts).subarray(0, this.#wanted.limitBytes);
    return { kind, bytes, ...(problem !== undefined && { problem }) };
  }
}
