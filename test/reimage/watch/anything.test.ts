import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stageOf } from '../../../src/reimage/watch/stage.ts';
import { timeLine } from '../../../src/reimage/watch/timeLine.ts';
import { look } from '../../../src/reimage/watch/watch.ts';
import { Router } from './router.ts';
import { begin, kinds, ready } from './watching.ts';

type Act = (router: Router) => void;

let restarts = 0;
const acts: readonly Act[] = [
  (router) => router.discover(),
  (router) => router.offer(),
  (router) => router.file(),
  (router) => router.setClock(-100),
  (router) => router.gate('ignition', '', '98:fa:9b:1c:2d:77'),
  (router) => {
    restarts += 1;
    router.restart(9, { bootId: `${String(restarts).padStart(8, '0')}-x` });
  },
  ...['armed', 'asked', 'script', 'ignition', 'first-boot', 'failed', 'ready', 'disarmed'].flatMap((kind) =>
    ['', ready, 'generation=x', 'installed'].map(
      (text): Act =>
        (router) =>
          router.gate(kind, text),
    ),
  ),
];

test('whatever a router tells, no step is done that nothing speaks of, and what is told twice is seen once', () => {
  const history = fc.array(fc.oneof(fc.constant('look' as const), fc.constantFrom(...acts)), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(history, (each) => {
      const router = new Router();
      let watch = begin(router);
      for (const act of each) {
        router.wait(1.5);
        if (act === 'look') watch = look(watch, router.told());
        else act(router);
      }
      watch = look(watch, router.told());
      const seen = new Set(kinds(watch.sightings));
      const stage = stageOf(watch.sightings);
      const installed = seen.has('ignition') || (seen.has('script') && seen.has('routerRestarted'));
      if (stage === 'install') expect(seen.has('ignition')).toBe(true);
      if (stage === 'firstBoot') expect(seen.has('firstBoot') && installed).toBe(true);
      if (stage === 'ready') expect(seen.has('ready') && installed).toBe(true);
      expect(look(watch, router.told()).sightings).toEqual(watch.sightings);
    }),
    { numRuns: 500 },
  );
});

test('what a machine says is shown as text that can be printed, whatever it says', () => {
  const nasty = fc.oneof(fc.string({ unit: 'binary' }), fc.constant('\u001b[2J\u202eexe\u0007'));
  fc.assert(
    fc.property(nasty, (text) => {
      const router = new Router();
      let watch = begin(router);
      router.wait(1);
      router.missing(text);
      router.gate('refused', encodeURIComponent(text.toWellFormed()));
      router.gate('failed', `unit=${encodeURIComponent(text.toWellFormed())} text=%1B%5B2J`);
      const told = router.told();
      const raw = { uptime: router.uptime, kind: 'asked', mac: '98:fa:9b:1c:2d:01', text };
      watch = look(watch, { ...told, events: [...(told.events ?? []), raw] });
      for (const { words } of timeLine(watch.sightings)) expect(words).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
    }),
  );
});
