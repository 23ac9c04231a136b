import type { Survey, SurveyedLock, SurveyQuestion } from '../../src/ports/storage.ts';
import type { Step } from './memoryConnection.ts';
import { type MemoryRouter, tokenIn } from './memoryRouter.ts';

/** What a router in memory says of its storage; something may happen while it looks. */
export async function surveyOf(router: MemoryRouter, { known }: SurveyQuestion, step: Step): Promise<Survey> {
  const lock = surveyLock(router);
  const slots = router.slots;
  await step();
  const folders = router.folders.map((path) => ({ path, seal: router.seal(path) }));
  const manifests = new Map<string, string>();
  for (const id of slots.flatMap((slot) => slot?.match(/\b[0-9a-f]{64}\b/g) ?? [])) {
    const text = id === known ? undefined : router.text(`releases/${id}/manifest.json`);
    if (text !== undefined) manifests.set(id, text);
  }
  const { mounted, disk, capacity } = router;
  return {
    mount: mounted
      ? {
          device: '/dev/sda1',
          point: '/mnt/usb',
          fileSystem: router.fileSystem,
          readOnly: router.readOnly,
        }
      : undefined,
    space: { totalBytes: capacity, freeBytes: Math.max(0, capacity - disk.used) },
    missingCommands: [],
    system: {
      name: 'OpenWrt 24.10.2',
      packageManager: 'opkg',
      clock: 1_700_000_000,
      uptime: router.uptime,
      bootId: router.bootId,
    },
    exists: disk.written.size > 0,
    slots,
    folders,
    parts: disk.below('incoming').map((path) => ({ path, size: disk.written.get(path)?.length ?? 0 })),
    lock,
    journal: router.journal,
    manifests,
  };
}

function surveyLock(router: MemoryRouter): SurveyedLock | undefined {
  const number = router.lockNumbers.at(-1);
  if (number === undefined) return undefined;
  const [uptime = '', bootId = ''] = (router.text(router.lockFile(number, 'beat')) ?? '').split(' ');
  const owner = router.ownerOf(number);
  const connected = router.connected.has(tokenIn(owner) ?? '');
  return { number, owner, beat: bootId === '' ? undefined : { uptime: Number(uptime), bootId }, connected };
}
