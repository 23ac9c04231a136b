import { describe, expect, test } from 'vitest';
import { stageOf } from '../../../src/reimage/watch/stage.ts';
import { beginWatch, look } from '../../../src/reimage/watch/watch.ts';
import { Router } from './router.ts';
import { begin, kinds, node, ready, shown } from './watching.ts';

describe('the router restarts', () => {
  test('after the Ignition was fetched: what was seen stays, and the rest comes as usual', () => {
    const router = new Router();
    let watch = begin(router);
    router.wait(30);
    router.file();
    router.gate('script');
    router.wait(30);
    router.gate('ignition');
    watch = look(watch, router.told());
    router.restart(60);
    watch = look(watch, router.told());
    expect(shown(watch)).toEqual(['30 file', '30 script', '60 ignition', '90 routerRestarted']);
    router.wait(40);
    router.gate('first-boot');
    router.wait(10);
    router.gate('ready', ready);
    watch = look(watch, router.told());
    expect(shown(watch).slice(-2)).toEqual(['160 firstBoot', '170 ready']);
    expect(stageOf(watch.sightings)).toBe('ready');
  });

  test('between the script and the first boot: nobody heard of the Ignition, which was fetched all the same', () => {
    const router = new Router();
    let watch = begin(router);
    router.wait(30);
    router.gate('script');
    watch = look(watch, router.told());
    router.wait(30);
    router.gate('ignition');
    router.restart();
    router.wait(5);
    router.gate('first-boot');
    watch = look(watch, router.told());
    expect(stageOf(watch.sightings)).toBe('firstBoot');
  });

  test('before anything was seen: a first boot proves nothing', () => {
    const router = new Router();
    let watch = begin(router);
    router.restart();
    router.wait(5);
    router.gate('first-boot');
    router.gate('ready', ready);
    watch = look(watch, router.told());
    expect(stageOf(watch.sightings)).toBeUndefined();
  });

  test('after a file was loaded, or before it is armed again: a first boot proves nothing either', () => {
    const router = new Router();
    let watch = begin(router);
    router.file();
    watch = look(watch, router.told());
    router.restart();
    router.gate('first-boot');
    watch = look(watch, router.told());
    expect(stageOf(watch.sightings)).toBe('netboot');

    const again = new Router();
    let second = begin(again);
    again.gate('script');
    second = look(second, again.told());
    again.restart();
    second = look(second, again.told());
    again.gate('armed');
    again.wait(1);
    again.file();
    again.gate('first-boot');
    second = look(second, again.told());
    expect(stageOf(second.sightings)).toBe('netboot');
  });

  test('with its log on the storage: what was in it before is not new', () => {
    const router = new Router();
    router.discover();
    router.file('old.efi');
    router.wait(10);
    let watch = begin(router);
    router.wait(10);
    router.restart(60, { keepsLog: true });
    router.wait(20);
    router.discover();
    watch = look(watch, router.told());
    expect(kinds(watch.sightings)).toEqual(['routerRestarted', 'discover']);
    expect(watch.sightings[1]?.seconds).toBeCloseTo(90, 0);
  });

  test('before another process goes on: it is at least as long ago as the router runs', () => {
    const router = new Router();
    const start = router.told();
    router.restart(60);
    router.wait(100);
    router.gate('first-boot');
    const watch = look(beginWatch(node, start), router.told());
    expect(watch.seconds).toBe(router.uptime);
    expect(kinds(watch.sightings)).toEqual(['routerRestarted', 'firstBoot']);
  });
});
