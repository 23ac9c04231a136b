import { type BootRouter, startBootRouter } from '../../router/boot/bootRouter.ts';
import { makeSwitch } from '../../router/boot/machines.ts';
import type { Skipping } from '../../tools/tools.ts';
import { Controllers } from './controllers.ts';
import { makeImages } from './image.ts';
import { Machine } from './machine.ts';
import { makeSite, type Site, type SiteNode } from './site.ts';

const node = (number: number, name: string) => ({
  name,
  mac: `52:54:00:77:00:0${number}`,
  address: `192.168.77.1${number}`,
  disk: name.toUpperCase(),
});

/** `one` founds a cluster, and has its own system for power; the others have controllers. */
export const nodes = {
  one: { ...node(1, 'one'), role: 'server' },
  two: node(2, 'two'),
  three: node(3, 'three'),
} as const;

export type NodeName = keyof typeof nodes;

const password = 'correct-horse';

/** A router that Pilotlight made a boot server, with a release deployed; and three machines that are off, whose disks are empty. */
export interface MachineLab {
  readonly router: BootRouter;
  readonly site: Site;
  readonly machines: Readonly<Record<NodeName, Machine>>;
  readonly controllers: Controllers;
  /** Another machine with the card of a node, which is taken away. */
  replace(name: NodeName, disks: readonly string[]): Promise<Machine>;
  close(): Promise<void>;
}

export async function startLab(context: Skipping): Promise<MachineLab> {
  const router = await startBootRouter(context);
  const ends: (() => unknown)[] = [() => router.close()];
  const close = async (): Promise<void> => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    const operator = router.outside;
    if (operator === undefined) throw new Error('there is no network');
    await makeSwitch(operator);
    const plug = async (name: NodeName, disks: readonly string[]): Promise<Machine> => {
      const machine = await Machine.plug(operator, { mac: nodes[name].mac, disks }, context);
      ends.push(() => machine.remove());
      return machine;
    };
    const controllers = await Controllers.start(operator);
    ends.push(() => controllers.close());
    const site = await startSite(router, controllers, context);
    ends.push(() => site.close());
    const machines = {
      one: await plug('one', [nodes.one.disk]),
      two: await plug('two', [nodes.two.disk]),
      three: await plug('three', [nodes.three.disk]),
    };
    controllers.drives('two', machines.two);
    controllers.drives('three', machines.three);
    const replace = async (name: NodeName, disks: readonly string[]): Promise<Machine> => {
      await machines[name].remove();
      const machine = await plug(name, disks);
      machines[name] = machine;
      return machine;
    };
    return { router, site, machines, controllers, replace, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startSite(router: BootRouter, controllers: Controllers, context: Skipping): Promise<Site> {
  const power = {
    two: await controllers.ipmi('two', 9623, password, context),
    three: await controllers.redfish('three', 9443, password, context),
  };
  const all = Object.values(nodes).map((each): SiteNode => {
    const method = Object.entries(power).find(([name]) => name === each.name)?.[1];
    return method === undefined ? each : { ...each, more: `power: [${JSON.stringify(method)}]\n` };
  });
  const site = await makeSite(router, all, makeImages(context), context);
  await site.well('router', 'apply');
  await site.well('deploy');
  return site;
}
