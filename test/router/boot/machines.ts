import { type Namespace, startNamespace } from '../lab/namespace.ts';
import { must } from '../lab/programs.ts';
import { labTool } from '../lab/requireRouter.ts';
import { broadcastOver, clientOf, inNetwork, type LabClient } from './dnsmasqLab.ts';

/** A link of a machine: its MAC, and the address that it has. */
export interface Link {
  readonly mac: string;
  readonly address: string;
}

/** A machine that only asks. */
export interface PluggedClient {
  readonly client: LabClient;
  unplug(): Promise<void>;
}

/** Runs `ip` in the network of a namespace. */
async function ip(namespace: Pick<Namespace, 'pid'>, ...args: string[]): Promise<void> {
  const [enter = '', ...entered] = inNetwork(namespace);
  await must(enter, [...entered, labTool('ip'), ...args]);
}

/** Puts a switch between a router and its operator, on which others can be plugged. The operator keeps its address. */
export async function makeSwitch(operator: Pick<Namespace, 'pid'>): Promise<void> {
  await ip(operator, 'link', 'add', 'switch', 'type', 'bridge', 'stp_state', '0', 'forward_delay', '0');
  await ip(operator, 'addr', 'flush', 'dev', 'eth0');
  await ip(operator, 'link', 'set', 'eth0', 'master', 'switch');
  await ip(operator, 'addr', 'add', '192.168.77.5/24', 'dev', 'switch');
  await ip(operator, 'link', 'set', 'switch', 'up');
}

/** Plugs a machine into the switch, with its MAC and address. */
export async function plugClient(operator: Pick<Namespace, 'pid'>, link: Link): Promise<PluggedClient> {
  const machine = await startNamespace({ network: true });
  const port = `port${machine.pid}`;
  const peer = ['peer', 'name', 'eth0', 'address', link.mac, 'netns', `${machine.pid}`];
  await ip(operator, 'link', 'add', port, 'type', 'veth', ...peer);
  await ip(operator, 'link', 'set', port, 'master', 'switch', 'up');
  await ip(machine, 'addr', 'add', `${link.address}/24`, 'dev', 'eth0');
  await ip(machine, 'link', 'set', 'eth0', 'up');
  await broadcastOver(machine);
  return {
    client: clientOf(machine, '192.168.77.1'),
    async unplug() {
      await ip(operator, 'link', 'delete', port);
      await machine.end();
    },
  };
}
