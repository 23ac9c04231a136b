import type { SiteAccess } from '../../../../src/reimage/run/access.ts';
import { type ModelWorld, newDigest, release } from './world.ts';

/** What happens around every thing that is asked of the site: it may break, wait, or never come back. */
export type Around = <T>(what: string, act: () => T | Promise<T>, signal?: AbortSignal) => Promise<T>;

/** The model as the steps see it. */
export function modelAccess(world: ModelWorld, around: Around, lies: () => boolean): SiteAccess {
  const { time } = world;
  return {
    wait: time.wait,
    servers: [...world.machines.values()].flatMap(({ role, hostname }) =>
      role === 'server' ? [hostname] : [],
    ),
    release: (signal) => around('release', () => release, signal),
    machine: ({ hostname }, signal) =>
      around(
        'machine',
        () => {
          const { runs } = world.machine(hostname);
          if (runs === 'nothing') return { answers: false, problem: 'no answer' };
          const variant = hostname.startsWith('s') ? 'join' : 'agent';
          return { answers: true, generation: { site: 'lab', hostname, variant, digest: runs, release } };
        },
        signal,
      ),
    stopK3s: ({ hostname }, signal) =>
      around(
        'stopK3s',
        () => {
          const machine = world.machine(hostname);
          if (machine.runs === 'nothing') return;
          machine.k3s = false;
          const node = world.nodes.get(hostname);
          if (node !== undefined) node.ready = false;
        },
        signal,
      ),
    power: ({ hostname }) => {
      const { runs } = world.machine(hostname);
      return {
        method: 'model',
        probe: (signal) => around('probe', () => ({ usable: true, detail: `runs ${runs}` }), signal),
        bootNetworkOnce: (signal) =>
          around('bootNetworkOnce', () => ({ by: 'once' as const, detail: 'the next start' }), signal),
        cycle: (signal) => around('cycle', () => world.cycle(hostname, true), signal),
        state: async () => 'unknown',
      };
    },
    likelyCause: async () => undefined,
    gate: {
      story: ({ hostname }, signal) =>
        around(
          'story',
          () => {
            const permission = world.permissions.get(hostname);
            const story = world.stories.get(hostname);
            return {
              armed:
                permission === undefined
                  ? undefined
                  : { release, digest: newDigest, progress: permission.progress },
              since: story === undefined ? undefined : [...story],
            };
          },
          signal,
        ),
      arm: ({ hostname, variant }, signal) =>
        around('arm', () => world.arm(hostname, 240_000, variant === 'bootstrap'), signal),
      disarm: ({ hostname }, signal) => around('disarm', () => world.disarm(hostname), signal),
    },
    cluster: {
      read: ({ hostname }, signal) =>
        around(
          'read',
          () => {
            const view = world.view(hostname);
            if (view === undefined || !lies()) return view;
            // It says that less is well than is: what a server that lags behind may say.
            return { ...view, members: (view.members ?? []).map((each) => ({ ...each, healthy: false })) };
          },
          signal,
        ),
      cordon: ({ hostname }, { signal }) => around('cordon', () => mark(hostname, true), signal),
      uncordon: ({ hostname }, signal) => around('uncordon', () => mark(hostname, false), signal),
      drain: (_node, _choices, { signal }) => around('drain', () => time.wait(2000, signal), signal),
      removeMember: ({ hostname }, { signal, confirm }) =>
        around(
          'removeMember',
          async () => {
            await confirm();
            world.removeMember(hostname);
          },
          signal,
        ),
      deleteNode: ({ hostname }, { signal, confirm }) =>
        around(
          'deleteNode',
          async () => {
            await confirm();
            world.deleteNode(hostname);
          },
          signal,
        ),
      faults: ({ hostname }, signal) =>
        around(
          'faults',
          () => {
            const member = world.members.get(hostname);
            if (lies() || world.nodes.get(hostname)?.ready !== true) return ['it is not Ready'];
            if (world.machine(hostname).role === 'server' && member?.learner !== false)
              return ['it does not vote'];
            return [];
          },
          signal,
        ),
    },
  };

  function mark(hostname: string, cordoned: boolean): void {
    const node = world.nodes.get(hostname);
    if (node !== undefined) node.cordoned = cordoned;
  }
}
