import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { likelyCause } from '../../../src/reimage/watch/cause.ts';
import { type Sighting, type SightingKind, sightingKinds } from '../../../src/reimage/watch/sighting.ts';
import { isDone, type WatchedStep, watchedSteps } from '../../../src/reimage/watch/stage.ts';
import { timeLine } from '../../../src/reimage/watch/timeLine.ts';
import { sightingWords } from '../../../src/reimage/watch/words.ts';

const address = '192.168.26.11';
const texts: Partial<Record<SightingKind, string>> = {
  offer: address,
  lease: address,
  file: 'ipxe.efi',
  fileMissing: 'ipxe-arm64.efi',
  fileBroken: 'ipxe.efi',
};

/** One each ten seconds. */
const seen = (...kinds: readonly SightingKind[]): Sighting[] =>
  kinds.map((kind, index) => ({
    kind,
    seconds: 10 * (index + 1),
    text: texts[kind] ?? '',
    ...(kind === 'failed'
      ? {
          unit: 'pilotlight-k3s-install.service',
          lines: ['Starting pilotlight-k3s-install.service - K3s', 'none of these API servers answers'],
        }
      : {}),
  }));

const netboot = ['discover', 'offer', 'file'] as const;
const installing = [...netboot, 'script', 'discover', 'offer', 'ignition'] as const;

describe('what keeps a node from going on', () => {
  test.each<[string, WatchedStep, readonly SightingKind[], RegExp, RegExp]>([
    ['nothing was heard', 'netboot', [], /heard nothing of it/, /network boot on.*VLAN/],
    ['no offer', 'netboot', ['discover', 'discover'], /dnsmasq offers none/, /only DHCP server/],
    ['a full pool', 'netboot', ['discover', 'noAddress'], /gave it no address/, /pool full/],
    [
      'no TFTP',
      'netboot',
      ['discover', 'offer', 'discover', 'offer'],
      /offered 192\.168\.26\.11, and loaded nothing/,
      /another DHCP server/,
    ],
    ['a lease alone', 'netboot', ['lease'], /192\.168\.26\.11, and loaded nothing/, /BIOS/],
    [
      'no such file',
      'netboot',
      ['offer', 'fileMissing'],
      /ipxe-arm64\.efi, which is not there/,
      /router apply/,
    ],
    ['half a file', 'netboot', ['offer', 'fileBroken'], /in part/, /cable/],
    [
      'no script',
      'install',
      [...netboot, 'discover', 'offer'],
      /loaded ipxe\.efi by TFTP, and iPXE asked for no script/,
      /HTTP, at the port of router\.url/,
    ],
    ['not armed', 'install', [...netboot, 'asked'], /it is not armed/, /--resume arms it again/],
    ['not known', 'install', [...netboot, 'discovered'], /no node file names/, /mend macs/],
    ['refused', 'install', [...netboot, 'refused'], /the gate refused it/, /neighbour table/],
    ['disarmed', 'install', [...netboot, 'disarmed'], /somebody disarmed it/, /--resume/],
    ['out of time', 'install', [...netboot, 'script', 'expired'], /over before it fetched/, /--resume/],
    ['no Ignition', 'install', [...netboot, 'script'], /did not fetch its Ignition/, /rootfs.*2 GiB/],
    [
      'the router restarted',
      'install',
      ['file', 'script', 'routerRestarted'],
      /router restarted, and has forgotten/,
      /--resume/,
    ],
    ['the router restarted before all', 'netboot', ['routerRestarted'], /router restarted/, /--resume/],
    ['armed again', 'install', ['file', 'script', 'ignition', 'armed'], /somebody armed it again/, /agree/],
    [
      'no first boot',
      'firstBoot',
      installing,
      /nothing that was installed told of itself/,
      /installDisk.*8 GiB/,
    ],
    [
      'no first boot; its arming is over, which matters no more',
      'firstBoot',
      [...installing, 'expired'],
      /nothing that was installed told/,
      /installDisk/,
    ],
    [
      'no first boot; the router restarted, which matters no more',
      'firstBoot',
      [...installing, 'routerRestarted'],
      /nothing that was installed told/,
      /installDisk/,
    ],
    [
      'back from the network',
      'firstBoot',
      [...installing, 'discover', 'offer', 'file', 'asked'],
      /fetched its Ignition and restarted since/,
      /localBoot/,
    ],
    ['it booted its disk', 'netboot', ['early'], /it booted its disk/, /network boot is off/],
    [
      'ready, but never installed',
      'ready',
      ['ready'],
      /not installed since it was armed/,
      /network boot is off/,
    ],
    [
      'a first boot of what was there',
      'firstBoot',
      ['file', 'firstBoot'],
      /^the system that was there before runs$/,
      /boot order/,
    ],
    [
      'a failure of what was there',
      'firstBoot',
      [...installing, 'failed'],
      /was there before runs, and pilotlight-k3s-install\.service failed on it: none of these API servers answers$/,
      /did not write the disk/,
    ],
    [
      'another generation',
      'ready',
      [...installing, 'firstBoot', 'wrongGeneration'],
      /another generation/,
      /generation\.json/,
    ],
    ['not ready', 'ready', [...installing, 'firstBoot'], /did not report that it is ready/, /journalctl/],
    [
      'not ready, and it booted again',
      'ready',
      [...installing, 'firstBoot', 'file', 'asked'],
      /did not report that it is ready/,
      /journalctl/,
    ],
    [
      'a unit that fails',
      'ready',
      [...installing, 'firstBoot', 'failed', 'failed', 'hostKey'],
      /^pilotlight-k3s-install\.service failed on it, 2 times: none of these API servers answers$/,
      /tried again/,
    ],
  ])('%s', (_name, step, kinds, message, next) => {
    const cause = likelyCause(seen(...kinds), step, 100_000);
    expect(cause?.message).toMatch(message);
    expect(cause?.next).toMatch(next);
    expect(cause?.overdue).toBe(true);
  });

  test('the last lines of the unit that failed are told', () => {
    const many: Sighting = {
      ...(seen('failed')[0] as Sighting),
      seconds: 300,
      lines: Array.from({ length: 30 }, (_, index) => `line ${index}`),
    };
    const cause = likelyCause([...seen(...installing, 'firstBoot'), many], 'ready', 301);
    expect(cause?.lines).toEqual([
      'line 22',
      'line 23',
      'line 24',
      'line 25',
      'line 26',
      'line 27',
      'line 28',
      'line 29',
    ]);
  });

  test('what is done has no cause', () => {
    const done = seen(...installing, 'firstBoot', 'ready');
    for (const step of watchedSteps) expect(likelyCause(done, step, 1e6)).toBeUndefined();
  });

  test('there is time for a server to start, for a disk to be written, and none for a node that is not armed', () => {
    const overdue = (kinds: readonly SightingKind[], after: number) => {
      const sightings = seen(...kinds);
      return likelyCause(sightings, 'ready', (sightings.at(-1)?.seconds ?? 0) + after)?.overdue;
    };
    expect([overdue([], 299), overdue([], 300)]).toEqual([false, true]);
    expect([overdue(installing, 1799), overdue(installing, 1800)]).toEqual([false, true]);
    expect(overdue(['asked'], 0)).toBe(true);
  });

  test('whatever is seen, there is a sentence for it, without a stop at its end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...sightingKinds), { maxLength: 12 }),
        fc.constantFrom(...watchedSteps),
        (kinds, step) => {
          const sightings = seen(...kinds);
          const cause = likelyCause(sightings, step, 500);
          if (isDone(step, sightings)) {
            expect(cause).toBeUndefined();
            return;
          }
          expect(cause?.message).toMatch(/^\S.*[^.\s]$/);
          expect(cause?.next).toMatch(/^\S.*[^.\s]$/);
        },
      ),
    );
  });
});

describe('a time line', () => {
  test('what a firmware does again and again is one row of each', () => {
    const loop = Array.from({ length: 50 }, () => ['discover', 'offer', 'file'] as const).flat();
    const rows = timeLine([...seen(...loop, 'script')]);
    expect(rows.map(({ words, times }) => `${words} ${times}`)).toEqual([
      'asked for an address 50',
      'was offered 192.168.26.11 50',
      'loaded ipxe.efi by TFTP 50',
      'got the script that installs 1',
    ]);
    expect(rows[0]).toMatchObject({ seconds: 10, lastSeconds: 1480 });
  });

  test('what comes again after much else is a row of its own', () => {
    const rows = timeLine(seen(...installing, 'firstBoot', 'failed', 'ready', 'discover'));
    expect(rows.filter(({ kind }) => kind === 'discover').map(({ seconds }) => seconds)).toEqual([10, 110]);
  });

  test('every row has words, and no sighting is lost', () => {
    for (const kind of sightingKinds) expect(sightingWords(seen(kind)[0] as Sighting)).toMatch(/\S/);
    expect(sightingWords({ kind: 'failed', seconds: 1, text: '' })).toBe('a unit failed');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...sightingKinds)), (kinds) => {
        const sightings = seen(...kinds);
        const rows = timeLine(sightings);
        expect(rows.reduce((sum, { times }) => sum + times, 0)).toBe(sightings.length);
        for (const [index, row] of rows.entries())
          expect(row.seconds).toBeGreaterThan(rows[index - 1]?.seconds ?? 0);
      }),
    );
  });
});
