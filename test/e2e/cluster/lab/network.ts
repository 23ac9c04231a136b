import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { type Namespace, startNamespace } from '../../../router/lab/namespace.ts';
import { must } from '../../../router/lab/programs.ts';
import { labTool } from '../../../router/lab/requireRouter.ts';

/** The address that the lab's machines take for their router: that of the switch. */
const router = '192.168.26.1/24';

/** A network of namespaces that nobody outside is part of, and the way in: a process inside passes connections on. */
export class LabNetwork {
  readonly #switch: Namespace;
  readonly #relay: ChildProcess;
  readonly #socket: string;
  readonly #doors: Server[] = [];

  private constructor(hub: Namespace, relay: ChildProcess, socket: string) {
    this.#switch = hub;
    this.#relay = relay;
    this.#socket = socket;
  }

  /** @param folder for the socket by which the network is reached */
  static async start(folder: string): Promise<LabNetwork> {
    const hub = await startNamespace({ network: true });
    await ip(hub, 'link', 'add', 'br0', 'type', 'bridge');
    await ip(hub, 'addr', 'add', router, 'dev', 'br0');
    for (const device of ['br0', 'lo']) await ip(hub, 'link', 'set', device, 'up');
    const socket = join(folder, 'relay');
    const inside = ['--target', `${hub.pid}`, '--net', '--'];
    const program = [process.execPath, join(import.meta.dirname, 'relay.mjs'), socket];
    const relay = spawn(labTool('nsenter'), [...inside, ...program], { stdio: ['pipe', 'pipe', 'inherit'] });
    await once(relay.stdout, 'data');
    return new LabNetwork(hub, relay, socket);
  }

  /** Plugs a namespace in. */
  async plug(namespace: Namespace, address: string): Promise<void> {
    const number = address.split('.').at(-1);
    const end = ['peer', 'name', `port${number}`, 'netns', `${this.#switch.pid}`];
    await ip(namespace, 'link', 'add', 'eth0', 'type', 'veth', ...end);
    await ip(this.#switch, 'link', 'set', `port${number}`, 'master', 'br0', 'up');
    await ip(namespace, 'addr', 'add', `${address}/24`, 'dev', 'eth0');
    for (const device of ['eth0', 'lo']) await ip(namespace, 'link', 'set', device, 'up');
    // API servers and kubelets take the address that leads to the default route for their own.
    await ip(namespace, 'route', 'add', 'default', 'via', router.replace(/\/.*/, ''));
  }

  connect(host: string, port: number): Socket {
    const socket = connect(this.#socket);
    socket.write(`${host} ${port}\n`);
    return socket;
  }

  /** A port of the loopback interface that leads to one of the network. */
  async door(host: string, port: number): Promise<number> {
    const door = createServer((from) => {
      const to = this.connect(host, port);
      for (const [one, other] of [
        [from, to],
        [to, from],
      ] as const)
        one.on('error', () => other.destroy()).on('close', () => other.destroy());
      from.pipe(to).pipe(from);
    });
    this.#doors.push(door);
    door.listen(0, '127.0.0.1');
    await once(door, 'listening');
    return (door.address() as AddressInfo).port;
  }

  async end(): Promise<void> {
    for (const door of this.#doors) door.close();
    this.#relay.stdin?.end();
    await this.#switch.end();
  }
}

function ip({ pid }: Namespace, ...words: string[]): Promise<string> {
  return must(labTool('nsenter'), ['--target', `${pid}`, '--net', '--', labTool('ip'), ...words]);
}
