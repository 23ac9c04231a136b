import { createServer } from 'node:net';
import type { Namespace } from './namespace.ts';
import { must } from './programs.ts';
import { labTool } from './requireRouter.ts';

/** A port of the loopback interface that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Ties two namespaces that have networks of their own: the first gets address 1 of the network, the second 5. */
export async function tie(router: Namespace, operator: Namespace, network: string): Promise<void> {
  const ip = labTool('ip');
  const inside = (pid: number, ...args: string[]) =>
    must('nsenter', ['--target', `${pid}`, '--net', ip, ...args]);
  await inside(
    router.pid,
    'link',
    'add',
    'br-lan',
    'type',
    'veth',
    'peer',
    'name',
    'eth0',
    'netns',
    `${operator.pid}`,
  );
  const ends = [
    { pid: router.pid, device: 'br-lan', address: `${network}.1/24` },
    { pid: operator.pid, device: 'eth0', address: `${network}.5/24` },
  ];
  for (const { pid, device, address } of ends) {
    await inside(pid, 'addr', 'add', address, 'dev', device);
    await inside(pid, 'link', 'set', device, 'up');
    await inside(pid, 'link', 'set', 'lo', 'up');
  }
}
