import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stageOf } from '../../../src/reimage/watch/stage.ts';
import { beginWatch, lastArmed, look } from '../../../src/reimage/watch/watch.ts';
import { digest, mac, Router } from './router.ts';
import { begin, install, kinds, node, ready, shown } from './watching.ts';

describe('an installation', () => {
  test('is seen in its order, each with the seconds since the restart, and its steps one after the other', () => {
    const router = new Router();
    let watch = begin(router);
    const stages: unknown[] = [];
    install(router, () => {
      watch = look(watch, router.told());
      stages.push(stageOf(watch.sightings));
    });
    expect(shown(watch)).toEqual([
      '20 discover',
      '20 offer',
      '22 file',
      '27 script',
      '67 discover',
      '67 offer',
      '67 ignition',
      '157 firstBoot',
      '257 ready',
    ]);
    expect(stages).toEqual([undefined, 'netboot', 'netboot', 'install', 'firstBoot', 'ready']);
    expect(watch.seconds).toBe(257);
  });

  test('is the same whoever asks how often, the gate and the log together or apart, and whatever was told before', () => {
    const expected = new Router();
    let once = begin(expected);
    install(expected, () => {});
    once = look(once, expected.told());
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 3 }), { minLength: 6, maxLength: 6 }),
        fc.context(),
        (how, context) => {
          const router = new Router();
          let watch = begin(router);
          let part = 0;
          install(router, () => {
            const which = how[part++] ?? 0;
            if (which === 1 || which === 3) watch = look(watch, router.toldByGate());
            if (which >= 2) watch = look(watch, router.toldByLog());
            if (which === 3) watch = look(watch, router.told());
          });
          watch = look(look(watch, router.told()), router.told());
          context.log(shown(watch).join(', '));
          expect([...kinds(watch.sightings)].sort()).toEqual([...kinds(once.sightings)].sort());
          expect(stageOf(watch.sightings)).toBe('ready');
          for (const [index, sighting] of watch.sightings.entries())
            expect(sighting.seconds).toBeGreaterThanOrEqual(watch.sightings[index - 1]?.seconds ?? 0);
        },
      ),
    );
  });

  test('what each node does is told apart, by all its links', () => {
    const router = new Router();
    const other = { macs: ['98:fa:9b:1c:2d:02'], digest };
    let [one, two] = [begin(router), beginWatch(other, router.told(), router.told())];
    router.wait(10);
    router.discover('98:fa:9b:1c:2d:81');
    router.discover('98:fa:9b:1c:2d:02');
    router.gate('script', '', '98:fa:9b:1c:2d:02');
    router.gate('script', '', '98:fa:9b:1c:2d:03');
    [one, two] = [look(one, router.told()), look(two, router.told())];
    expect(kinds(one.sightings)).toEqual(['discover']);
    expect(kinds(two.sightings)).toEqual(['discover', 'script']);
  });

  test('a lease that is new or longer is seen, where the log says nothing', () => {
    const router = new Router();
    router.lease();
    let watch = begin(router);
    router.wait(5);
    watch = look(watch, router.told());
    expect(watch.sightings).toEqual([]);
    router.lease();
    watch = look(watch, router.told());
    expect(watch.sightings).toEqual([{ kind: 'lease', text: '192.168.26.11', seconds: 5 }]);
  });

  test('without a look before, nobody knows how old a lease is', () => {
    const router = new Router();
    router.lease();
    let watch = look(beginWatch(node, router.told()), router.told());
    watch = look(watch, router.told());
    expect(watch.sightings).toEqual([]);
  });
});

describe('what is of another boot, or of another arming', () => {
  test('an installation that came before is none of this one', () => {
    const router = new Router();
    install(router, () => {});
    router.wait(30);
    router.gate('armed', 'lenovo1.lab');
    router.wait(1);
    let watch = begin(router);
    router.wait(3);
    watch = look(watch, router.told());
    expect(watch.sightings).toEqual([]);
  });

  test('a first boot, a failure or a ready before the Ignition was fetched is of the system that was there', () => {
    const router = new Router();
    let watch = begin(router);
    router.wait(5);
    router.file();
    router.gate('first-boot', 'unit= text=x');
    router.gate('failed', 'unit=pilotlight-k3s-install.service text=no%20server');
    router.gate('ready', ready);
    watch = look(watch, router.told());
    expect(stageOf(watch.sightings)).toBe('netboot');
    router.gate('ignition', '');
    router.wait(5);
    watch = look(watch, router.told());
    expect(stageOf(watch.sightings)).toBe('install');
    router.gate('failed', 'unit=pilotlight-k3s-install.service text=no%20server');
    expect(stageOf(look(watch, router.told()).sightings)).toBe('install');
  });

  test('ready with another generation is not ready', () => {
    const router = new Router();
    let watch = begin(router);
    router.wait(5);
    router.gate('ignition', '');
    router.gate('first-boot', '');
    router.gate('ready', `generation=${'f'.repeat(64)} release=?`);
    watch = look(watch, router.told());
    expect(stageOf(watch.sightings)).toBe('firstBoot');
    expect(kinds(watch.sightings).at(-1)).toBe('wrongGeneration');
  });

  test('what follows when somebody else armed it counts for that arming alone', () => {
    const router = new Router();
    let watch = begin(router);
    router.wait(5);
    router.gate('script');
    router.gate('ignition');
    router.wait(1);
    router.gate('armed', 'lenovo1.lab');
    router.wait(1);
    router.gate('first-boot');
    watch = look(watch, router.told());
    expect(stageOf(watch.sightings)).toBe(undefined);
  });

  test('a watch that another process goes on with begins where the node was armed', () => {
    const router = new Router();
    router.gate('armed', 'lenovo1.lab');
    install(router, () => {});
    router.wait(9);
    router.gate('armed', 'lenovo1.lab');
    router.wait(10);
    router.discover();
    router.gate('script');
    const start = lastArmed(router.told(), node.macs);
    expect(start?.uptime).toBe(router.uptime - 10);
    const watch = look(beginWatch(node, start ?? router.told()), router.told());
    expect(kinds(watch.sightings)).toEqual(['discover', 'script']);
    expect(lastArmed(router.told(), ['98:fa:9b:1c:2d:02'])).toBeUndefined();
  });
});

test('a machine in a loop for days takes a bounded place, and what tells is kept', () => {
  const router = new Router();
  let watch = begin(router);
  router.wait(1);
  router.gate('script');
  for (let round = 0; round < 3000; round += 1) {
    router.wait(3);
    watch = look(watch, {
      ...router.toldByGate(),
      events: [
        ...(router.toldByGate().events ?? []),
        { uptime: router.uptime, kind: 'refused', mac, text: `${round}` },
      ],
    });
  }
  expect(watch.sightings).toHaveLength(2000);
  expect(watch.sightings[0]?.kind).toBe('script');
  expect(watch.sightings.at(-1)?.text).toBe('2999');
});
