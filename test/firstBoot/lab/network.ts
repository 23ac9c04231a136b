import { spawn } from 'node:child_process';
import type { Server } from 'node:net';
import { type Namespace, startNamespace } from '../../router/lab/namespace.ts';
import { must } from '../../router/lab/programs.ts';
import { labTool } from '../../router/lab/requireRouter.ts';

/** A network of the router, its other servers, and one machine at the other end of the cable. */
export interface LabNetwork {
  /** Words in front of a command that is to run at the machine's end, with this machine's files. */
  readonly machine: readonly string[];
  /** Listens at an address of the router's end. Who is not listened for is refused. */
  listen(address: string, port: number): Promise<Server>;
  close(): Promise<void>;
}

/** @param addresses of the router's end; the machine has `own` */
export async function startNetwork(addresses: readonly string[], own: string): Promise<LabNetwork> {
  const world = await startNamespace({ network: true });
  const machine = await startNamespace({ network: true });
  const inside = (pid: number): string[] => ['nsenter', '--target', `${pid}`, '--net', '--'];
  const batch = async (pid: number, lines: readonly string[]): Promise<void> => {
    const [enter = '', ...entered] = inside(pid);
    await must(enter, [...entered, labTool('ip'), '-batch', '-'], `${lines.join('\n')}\n`);
  };
  await batch(world.pid, [
    `link add br-lan type veth peer name eth0 netns ${machine.pid}`,
    ...addresses.map((address) => `addr add ${address}/24 dev br-lan`),
    'link set br-lan up',
  ]);
  await batch(machine.pid, [`addr add ${own}/24 dev eth0`, 'link set eth0 up', 'link set lo up']);
  return {
    machine: inside(machine.pid),
    listen: (address, port) => listenIn(world, address, port),
    async close() {
      await machine.end();
      await world.end();
    },
  };
}

/** A socket belongs to the network of the process that made it, whoever serves it: so one is made there, and handed over. */
function listenIn({ pid }: Namespace, address: string, port: number): Promise<Server> {
  const program = new URL('listen.ts', import.meta.url).pathname;
  const args = ['--target', `${pid}`, '--net', '--', process.execPath, program, address, `${port}`];
  const child = spawn('nsenter', args, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    child.once('message', (_, server) => resolve(server as Server));
    child.once('close', () => reject(new Error(`nobody can listen at ${address}:${port}: ${said}`)));
  });
}
