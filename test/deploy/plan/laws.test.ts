import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { releasePath } from '../../../src/deploy/paths.ts';
import { planCollection, planDeploy } from '../../../src/deploy/plan/deployPlan.ts';
import { changesAnything, type DeployPlan } from '../../../src/deploy/plan/plan.ts';
import type { StorageState } from '../../../src/deploy/plan/state.ts';
import type { WantedRelease } from '../../../src/deploy/plan/wanted.ts';
import { assetContent } from '../../../src/deploy/seal.ts';
import { afterChange, afterChanges } from './apply.ts';
import { anyStorage, releases } from './sample.ts';

const wantedRelease = fc.constantFrom(...releases);
const keepReleases = fc.integer({ min: 1, max: 6 });
const target = 'router';

const plan = (state: StorageState, wanted: WantedRelease, keep: number): DeployPlan =>
  planDeploy({ target, state, wanted, keepReleases: keep });

/** What a release needs that is whole on a storage, whatever its content: what machines boot from. */
function wholeFor(state: StorageState, id: string | undefined): string[] {
  const seals = new Map(state.folders.map(({ path, seal }) => [path, seal]));
  const own = [...seals.values()].find((seal) => seal?.content === id);
  return own === undefined ? [] : [own.path, ...own.assets].filter((path) => seals.get(path) !== undefined);
}

function holds(state: StorageState, wanted: WantedRelease): boolean {
  const contents = new Map(state.folders.map(({ path, seal }) => [path, seal?.content]));
  return (
    contents.get(releasePath(wanted.id)) === wanted.id &&
    wanted.assets.every((set) => contents.get(set.path) === assetContent(set))
  );
}

function check(
  property: (state: StorageState, wanted: WantedRelease, keep: number) => void,
  numRuns = 1000,
): void {
  fc.assert(fc.property(anyStorage, wantedRelease, keepReleases, property), { numRuns });
}

describe('the laws of deploys', () => {
  test('carried out, a plan leaves the storage pointing to what is wanted, whole; and nothing more to do', () => {
    check((state, wanted, keep) => {
      const after = afterChanges(state, plan(state, wanted, keep).changes, wanted);
      expect(after.pointer?.release).toBe(wanted.id);
      if (state.bootFile !== undefined) expect(after.bootFile?.release).toBe(wanted.id);
      expect(holds(after, wanted)).toBe(true);
      const again = plan(after, wanted, keep);
      expect(changesAnything(again)).toBe(false);
      expect(again.totals).toMatchObject({ uploadBytes: 0, deletedBytes: 0 });
    });
  });

  test('at every step, what is current stays whole with all that it needs, and so does what is wanted', () => {
    check((state, wanted, keep) => {
      let now = state;
      for (const change of plan(state, wanted, keep).changes) {
        const served = [now.pointer?.release, now.bootFile?.release, wanted.id];
        const needed = served.flatMap((id) => wholeFor(now, id));
        now = afterChange(now, change, wanted);
        const whole = new Set(now.folders.flatMap(({ path, seal }) => (seal === undefined ? [] : [path])));
        for (const path of needed) expect(whole, `${change.action} ${path}`).toContain(path);
        if (change.action === 'switch') expect(holds(now, wanted)).toBe(true);
      }
    });
  });

  test('cut off after any change, the next one finishes, at the same place', () => {
    check((state, wanted, keep) => {
      const { changes } = plan(state, wanted, keep);
      const whole = afterChanges(state, changes, wanted);
      for (let cut = 0; cut < changes.length; cut++) {
        const left = afterChanges(state, changes.slice(0, cut), wanted);
        const after = afterChanges(left, plan(left, wanted, keep).changes, wanted);
        expect(after.pointer?.release).toBe(wanted.id);
        expect(after.folders.map(({ path }) => path)).toEqual(whole.folders.map(({ path }) => path));
        expect(after.parts).toEqual([]);
      }
    }, 300);
  });

  test('keeps what was current to roll back to, and the newest releases; and no other one', () => {
    check((state, wanted, keep) => {
      const after = afterChanges(state, plan(state, wanted, keep).changes, wanted);
      const kept = after.folders.filter(({ kind }) => kind === 'release').map(({ path }) => path);
      const current = state.pointer?.release;
      const others = state.folders
        .flatMap(({ seal }) => (seal?.kind === 'release' && seal.content !== wanted.id ? [seal] : []))
        .sort((a, b) => b.sequence - a.sequence || (a.path < b.path ? -1 : 1))
        .slice(0, keep - 1)
        .map(({ path }) => path);
      if (current !== undefined) expect(kept).toContain(releasePath(current));
      for (const path of others) expect(kept).toContain(path);
      expect(kept.length).toBeLessThanOrEqual(others.length + 2);
    });
  });

  test('leaves no image set without a release that needs it, no upload, and takes none from a release that stays', () => {
    check((state, wanted, keep) => {
      const after = afterChanges(state, plan(state, wanted, keep).changes, wanted);
      const there = new Set(after.folders.map(({ path }) => path));
      const before = new Set(state.folders.map(({ path }) => path));
      const needed = new Set(after.folders.flatMap(({ seal }) => seal?.assets ?? []));
      for (const { kind, path } of after.folders) if (kind !== 'release') expect(needed).toContain(path);
      for (const path of needed) if (before.has(path)) expect(there).toContain(path);
      expect(after.parts).toEqual([]);
    });
  });

  test('names each path once, in the order keep, upload, switch, write, delete; deletions come before uploads only where space is short', () => {
    check((state, wanted, keep) => {
      const { changes, totals } = plan(state, wanted, keep);
      const paths = changes.flatMap((change) => (change.action === 'switch' ? [] : [change.path]));
      expect(new Set(paths).size).toBe(paths.length);
      const order = changes.map(({ action }) =>
        ['keep', 'upload', 'switch', 'write', 'delete'].indexOf(action),
      );
      const early =
        changes.findIndex(({ action }) => action === 'delete') <
        changes.findLastIndex(({ action }) => action === 'upload');
      const short = (totals.freeBytes ?? 0) - totals.uploadBytes < 64 * 1024 ** 2;
      if (!(short && early)) expect(order).toEqual([...order].sort());
    });
  });

  test('totals add up', () => {
    check((state, wanted, keep) => {
      const { changes, totals } = plan({ ...state, rate: 1000 }, wanted, keep);
      const sum = { keep: 0, upload: 0, delete: 0 };
      for (const change of changes) {
        if (change.action === 'upload') expect(change.resumed).toBeLessThanOrEqual(change.bytes);
        if (change.action === 'upload') sum.upload += change.bytes - change.resumed;
        else if (change.action === 'keep' || change.action === 'delete')
          sum[change.action] += change.bytes ?? 0;
      }
      const free = state.space?.freeBytes ?? 0;
      expect(totals).toEqual({
        keptBytes: sum.keep,
        uploadBytes: sum.upload,
        deletedBytes: sum.delete,
        freeBytes: free,
        freeBytesAfter: free - sum.upload + sum.delete,
        uploadSeconds: Math.ceil(sum.upload / 1000),
      });
    });
  });
});

describe('the laws of collections', () => {
  test('after a deploy there is nothing to collect', () => {
    check((state, wanted, keep) => {
      const after = afterChanges(state, plan(state, wanted, keep).changes, wanted);
      const collection = planCollection({ target, state: after, keepReleases: keep });
      expect(collection?.changes.filter(({ action }) => action !== 'keep')).toEqual([]);
    });
  });

  test('only delete, never what is current or previous or what they need; and once is enough', () => {
    fc.assert(
      fc.property(anyStorage, keepReleases, (state, keep) => {
        const collection = planCollection({ target, state, keepReleases: keep });
        if (state.pointer === undefined) {
          expect(collection).toBeUndefined();
          return;
        }
        const changes = collection?.changes ?? [];
        const { release, previous } = state.pointer;
        const deleted = changes.flatMap((change) => (change.action === 'delete' ? [change.path] : []));
        const booted = state.bootFile?.release;
        for (const path of [release, previous, booted].flatMap((id) => wholeFor(state, id))) {
          expect(deleted).not.toContain(path);
        }
        for (const { action } of changes) expect(['keep', 'delete']).toContain(action);
        const after = changes.reduce((each, change) => afterChange(each, change, nobody), state);
        const again = planCollection({ target, state: after, keepReleases: keep });
        expect(again?.changes.every(({ action }) => action === 'keep')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

/** A collection uploads nothing, so that nobody is asked what is wanted. */
const nobody: WantedRelease = { id: releases[0]?.id ?? ('' as WantedRelease['id']), files: [], assets: [] };
