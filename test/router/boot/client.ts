/**
 * What a machine on a router's network does, run in the network of its own. A list of requests comes as JSON on the standard input, and the
 * answers go as JSON to the standard output. `client.ts dhcp` broadcasts DHCP requests and answers when all are answered;
 * `client.ts tftp SERVER` reads files; `client.ts dns SERVER` asks for addresses of names; `client.ts http` gets URLs.
 */
import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { text } from 'node:stream/consumers';
import { http } from '../../../src/adapters/http/get.ts';
import { tftp } from '../../../src/adapters/tftp/read.ts';
import { type Answer, type Asking, readAnswer, requestBytes, transactionOf } from './packet.ts';

/** Answers are awaited so long. */
const patience = 10_000;

/** Sends each from the port of clients, as somebody who has no address. */
function ask(askings: readonly Asking[]): Promise<(Answer | null)[]> {
  const answers = new Map<number, Answer>();
  const socket = createSocket({ type: 'udp4', reuseAddr: true });
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(limit);
      socket.close();
      resolve(askings.map((_, index) => answers.get(index + 1) ?? null));
    };
    const limit = setTimeout(end, patience);
    socket.on('error', reject);
    socket.on('message', (packet) => {
      if (packet[0] !== 2) return;
      answers.set(transactionOf(packet), readAnswer(packet));
      if (answers.size === askings.length) end();
    });
    socket.bind(68, () => {
      socket.setBroadcast(true);
      for (const [index, asking] of askings.entries()) {
        socket.send(requestBytes(asking, index + 1), 67, '255.255.255.255');
      }
    });
  });
}

/** The addresses of names, each list sorted: a server may give them in any order. */
function lookUp(server: string, names: readonly string[]): Promise<string[][]> {
  const resolver = new Resolver({ timeout: patience, tries: 1 });
  resolver.setServers([server]);
  return Promise.all(names.map(async (name) => (await resolver.resolve4(name)).sort()));
}

async function main([what = '', host = '']: readonly string[]): Promise<unknown> {
  const wanted: unknown = JSON.parse(await text(process.stdin));
  if (what === 'dhcp') return ask(wanted as Asking[]);
  const paths = wanted as string[];
  if (what === 'dns') return lookUp(host, paths);
  if (what === 'tftp') {
    const answers = paths.map((path) => tftp.read({ host }, path, { timeoutMilliseconds: patience }));
    return (await Promise.all(answers)).map(({ bytes, ...rest }) => ({
      ...rest,
      base64: Buffer.from(bytes).toString('base64'),
    }));
  }
  const got = paths.map((url) => http.get(url, { timeoutMilliseconds: patience }));
  return (await Promise.all(got)).map(({ status, bytes }) => ({
    status,
    text: Buffer.from(bytes).toString('latin1'),
  }));
}

process.stdout.write(JSON.stringify(await main(process.argv.slice(2))));
