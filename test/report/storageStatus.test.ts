import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StorageReport } from '../../src/report/storageReport.ts';
import { storageStatusJson, storageStatusText } from '../../src/report/storageStatus.ts';
import { storageStatusMarkdown } from '../../src/report/storageStatusMarkdown.ts';
import { hostileText, unsafe } from './sample.ts';
import { digest, storageReport } from './storageSample.ts';

describe('the status of a storage', () => {
  test('tells what is there, how it is, and who uses it', () => {
    expect(storageStatusText(storageReport, false)).toBe(`lab · root@192.168.26.1:22 /mnt/usb/pilotlight
OpenWrt 24.10.2 · /dev/sda1 ext4 on /mnt/usb · 2 GiB of 14.6 GiB free

RELEASE        STATE      FILES   SIZE
aaaaaaaaaaaa   current    20      48.2 KiB
cccccccccccc   previous   19      45.9 KiB

IMAGES                                 FILES   SIZE       NEEDED BY
images/coreos/44.20260707.3.1/x86_64   3       1.07 GiB   2 releases

! release dddddddddddd is not whole: an upload that did not end, or damage
✓ http://192.168.26.1/pilotlight serves the current release
lock: held by lerenn/lab run 42 on runner-1 (deploy, https://github.com/lerenn/lab/actions/runs/1) since 2026-07-14 09:30:05 UTC: it was last heard of 2 s ago; token 5e0f
2026-07-14 03:33:20 UTC deployed aaaaaaaaaaaa by louis@laptop, 48.2 KiB in 1.2 s
2026-07-14 06:20:00 UTC verified by louis@laptop
inventory: release bbbbbbbbbbbb, not current · 2 nodes: 1 reimage needed, 1 no change
`);
  });

  test('tells of an empty storage', () => {
    const empty: StorageReport = {
      ...storageReport,
      system: '',
      mount: undefined,
      space: undefined,
      pointer: undefined,
      releases: [],
      images: [],
      lock: undefined,
      health: { problems: [], notes: [], served: undefined },
      journal: [],
      inventory: { kind: 'notCompared', reason: 'not asked for' },
    };
    expect(storageStatusText(empty, false)).toBe(
      'lab · root@192.168.26.1:22 /mnt/usb/pilotlight\n\n\nno release is there yet\n\nlock: free\ninventory: not compared: not asked for\n',
    );
    expect(JSON.parse(storageStatusJson(empty))).toEqual({
      version: 1,
      site: 'lab',
      target: 'root@192.168.26.1:22 /mnt/usb/pilotlight',
      system: '',
      mount: null,
      space: null,
      pointer: null,
      releases: [],
      images: [],
      lock: null,
      health: { problems: [], notes: [], served: null },
      journal: [],
      inventory: null,
    });
  });

  test('shows problems with what to do, and nothing as served that is not', () => {
    const health = {
      problems: [{ message: 'no release is current', next: 'pilotlight deploy makes one current' }],
      notes: [],
      served: { url: 'http://r', problem: 'is not served: HTTP 404' },
    };
    const text = storageStatusText({ ...storageReport, health }, false);
    expect(text).toContain('✗ no release is current\n  pilotlight deploy makes one current\n');
    expect(text).not.toContain('serves the current release');
    expect(storageStatusMarkdown({ ...storageReport, health })).not.toContain('serves the current release');
  });

  test('as data, says what is not known by null', () => {
    const { lock } = storageReport;
    if (lock === undefined) throw new Error('the sample has a lock');
    const torn = { ...storageReport, lock: { ...lock, owner: undefined, quietSeconds: undefined } };
    const data = JSON.parse(storageStatusJson(torn));
    expect(data.lock).toEqual({
      number: 12,
      owner: null,
      quietSeconds: null,
      verdict: 'held',
      reason: lock.reason,
    });
    expect(data.pointer).toEqual({ sequence: 7, release: digest('a'), previous: digest('c') });
  });

  test('as Markdown', () => {
    expect(storageStatusMarkdown(storageReport)).toMatchInlineSnapshot(`
      "## Pilotlight: storage of lab

      <code>root<span>@</span>192.168.26.1:22 /mnt/usb/pilotlight</code> · OpenWrt 24.10.2 · /dev/sda1 ext4 on /mnt/usb · 2 GiB of 14.6 GiB free

      ⚠️ release dddddddddddd is not whole: an upload that did not end, or damage

      ✅ http&#58;//192.168.26.1/pilotlight serves the current release

      | Release | State | Files | Size |
      | --- | --- | --- | --- |
      | <code>aaaaaaaaaaaa</code> | **current** | 20 | 48.2 KiB |
      | <code>cccccccccccc</code> | previous | 19 | 45.9 KiB |

      | Images | Files | Size | Needed by |
      | --- | --- | --- | --- |
      | <code>images/coreos/44.20260707.3.1/x86&#95;64</code> | 3 | 1.07 GiB | 2 releases |

      Lock: held by lerenn/lab run 42 on runner-1 (deploy, https&#58;//github.com/lerenn/lab/actions/runs/1) since 2026-07-14 09:30:05 UTC: it was last heard of 2 s ago; token 5e0f

      - 2026-07-14 03:33:20 UTC deployed aaaaaaaaaaaa by louis<span>@</span>laptop, 48.2 KiB in 1.2 s
      - 2026-07-14 06:20:00 UTC verified by louis<span>@</span>laptop

      Inventory: 2 nodes: 1 reimage needed, 1 no change
      "
    `);
  });

  test('names no time that is none', () => {
    for (const at of [Number.NaN, Number.POSITIVE_INFINITY, -1, 1e300]) {
      const journal = [{ event: 'collected' as const, at, who: 'x' }];
      expect(storageStatusText({ ...storageReport, journal }, false)).toContain(
        'an unknown time collected garbage by x\n',
      );
    }
  });

  test('cannot drive a terminal, whatever owners and journals say', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 5, maxLength: 5 }), (texts) => {
        const [who = '', url = '', system = '', note = '', command = ''] = texts;
        const { lock } = storageReport;
        const hostile: StorageReport = {
          ...storageReport,
          system,
          mount: { point: note, device: who, fileSystem: url },
          lock:
            lock?.owner === undefined
              ? undefined
              : {
                  ...lock,
                  reason: note,
                  owner: { ...lock.owner, who, url, command, token: note, host: who },
                },
          health: {
            problems: [{ message: note, next: who }],
            notes: [note],
            served: { url, problem: undefined },
          },
          journal: [{ event: 'deployed', at: 0, who }],
          inventory: { kind: 'notCompared', reason: note },
        };
        for (const text of [
          storageStatusText(hostile, false),
          storageStatusJson(hostile),
          storageStatusMarkdown(hostile),
        ]) {
          for (const line of text.split('\n')) expect(line).not.toMatch(unsafe);
        }
        expect(JSON.parse(storageStatusJson(hostile)).lock.owner.who).toBe(who);
        expect(storageStatusText(hostile, false).split('\n').length).toBe(
          storageStatusText(storageReport, false).split('\n').length + 1,
        );
      }),
      { numRuns: 200 },
    );
  });
});
