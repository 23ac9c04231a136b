import type { Sighting, SightingKind } from '../../../src/reimage/watch/sighting.ts';
import { beginWatch, type Watch } from '../../../src/reimage/watch/watch.ts';
import { digest, mac, type Router } from './router.ts';

/** The node that tests watch. */
export const node = { macs: [mac, '98:fa:9b:1c:2d:81'], digest };

/** What it tells the gate when it is ready. */
export const ready = `generation=${digest} release=${'e'.repeat(64)}`;

/** Begins to watch as a run does: it asks the router, then restarts the node. */
export function begin(router: Router): Watch {
  return beginWatch(node, router.told(), router.told());
}

export function kinds(sightings: readonly Sighting[]): SightingKind[] {
  return sightings.map(({ kind }) => kind);
}

/** `20 discover` */
export function shown({ sightings }: Watch): string[] {
  return sightings.map(({ kind, seconds }) => `${Math.round(seconds)} ${kind}`);
}

/** A whole installation, and what the router tells after each part of it. */
export function install(router: Router, atEach: () => void): void {
  const parts: (() => void)[] = [
    () => {
      router.wait(20);
      router.discover();
      router.offer();
    },
    () => {
      router.wait(2);
      router.file('ipxe.efi');
    },
    () => {
      router.wait(5);
      router.gate('script', 'lenovo1.lab');
    },
    () => {
      router.wait(40);
      router.discover();
      router.offer();
      router.gate('ignition', 'lenovo1.lab');
    },
    () => {
      router.wait(90);
      router.gate('first-boot', 'unit= text=ssh-ed25519%20AAAA');
    },
    () => {
      router.wait(100);
      router.gate('ready', ready);
      router.gate('disarmed', 'installed');
    },
  ];
  for (const part of parts) {
    part();
    atEach();
  }
}
