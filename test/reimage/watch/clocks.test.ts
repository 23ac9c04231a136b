import { describe, expect, test } from 'vitest';
import { beginWatch, look } from '../../../src/reimage/watch/watch.ts';
import { Router } from './router.ts';
import { begin, kinds, node } from './watching.ts';

describe('clocks', () => {
  test.each([-7200, -40, 40, 7200, 86_400 * 700])(
    'the router sets its clock by %d s: nothing old is taken for new, and nothing new is lost',
    (by) => {
      const router = new Router();
      router.discover();
      router.offer();
      router.file('old.efi');
      router.wait(10);
      let watch = begin(router);
      router.wait(20);
      router.discover();
      watch = look(watch, router.told());
      router.setClock(by);
      router.wait(10);
      router.offer();
      router.file('new.efi');
      watch = look(watch, router.told());
      router.wait(10);
      watch = look(watch, router.told());
      expect(kinds(watch.sightings)).toEqual(['discover', 'offer', 'file']);
      expect(watch.sightings.at(-1)?.text).toBe('new.efi');
      expect(watch.sightings.at(-1)?.seconds).toBeGreaterThanOrEqual(20);
      expect(watch.sightings.at(-1)?.seconds).toBeLessThanOrEqual(30);
    },
  );

  test.each([-7200, 7200])('a line from before the clock was set by %d s is put between two looks', (by) => {
    const router = new Router();
    let watch = begin(router);
    router.wait(20);
    watch = look(watch, router.told());
    router.wait(5);
    router.discover();
    router.setClock(by);
    router.wait(5);
    watch = look(watch, router.told());
    expect(watch.sightings[0]?.seconds).toBeGreaterThanOrEqual(20);
    expect(watch.sightings[0]?.seconds).toBeLessThanOrEqual(30);
  });

  test('without a look before, lines that the clock puts before the restart are left out for good', () => {
    const router = new Router();
    router.discover();
    router.wait(100);
    let watch = beginWatch(node, { bootId: router.told().bootId, uptime: router.uptime });
    router.wait(5);
    router.offer();
    watch = look(watch, router.told());
    router.setClock(-500);
    router.wait(5);
    watch = look(watch, router.told());
    expect(kinds(watch.sightings)).toEqual(['offer']);
  });
});
