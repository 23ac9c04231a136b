import type { RunOptions } from '../../../ports/remoteShell.ts';
import type { Storage, WriteOptions } from '../../../ports/storage.ts';
import { sha256 } from '../../../shared/digest.ts';
import { isServed, journalLength, servedDraft, slotPaths } from '../../../shared/storageLayout.ts';
import { checkedPath } from './checkPath.ts';
import { statusOf } from './failureOf.ts';
import { limitedBytes } from './limitedBytes.ts';
import { listedFiles } from './readingOperations.ts';
import type { ScriptRunner } from './runScript.ts';
import { smallText } from './smallText.ts';
import { tarStream } from './tarStream.ts';

type Writing = Pick<
  Storage,
  'unpack' | 'partSize' | 'append' | 'settle' | 'seal' | 'unseal' | 'writeSlot' | 'remove' | 'note'
>;

/** What changes something below the root folder, each under the lock. */
export function writingOperations({ runHeld }: ScriptRunner): Writing {
  return {
    unpack: async (handle, folder, files, options = {}) => {
      const input = tarStream(folder, files, options.onBytes);
      const parameters = [
        checkedPath(folder, 'folder', 'served', 'reimage'),
        isServed(folder) ? servedDraft : '',
      ];
      await runHeld(handle, 'unpack', parameters, { input, ...signalOf(options) });
    },
    partSize: async (handle, part) => {
      const { stdout } = await runHeld(handle, 'partSize', [checkedPath(part, 'part')]);
      return listedFiles(Buffer.from(stdout).toString('latin1'))[0]?.size ?? 0;
    },
    append: async (handle, part, { offset, length }, bytes, options = {}) => {
      const input = limitedBytes(bytes(offset), length, options.onBytes);
      const parameters = [checkedPath(part, 'part'), String(offset)];
      await runHeld(handle, 'append', parameters, { input, ...signalOf(options) });
    },
    settle: async (handle, part, path) => {
      await runHeld(handle, 'settle', [checkedPath(part, 'part'), checkedPath(path, 'file')]);
    },
    seal: async (handle, folder, text) => {
      await runHeld(handle, 'seal', [checkedPath(folder, 'folder'), text]);
    },
    unseal: async (handle, folder) => {
      await runHeld(handle, 'unseal', [checkedPath(folder, 'folder')]);
    },
    writeSlot: async (handle, slot, text, expectedOther) => {
      const other = expectedOther === undefined ? '-' : sha256(smallText(expectedOther));
      const parameters = [slotPaths[slot], text, slotPaths[slot === 0 ? 1 : 0], other];
      const { status } = await runHeld(handle, 'writeSlot', parameters);
      return status === statusOf.done;
    },
    remove: async (handle, path) => {
      await runHeld(handle, 'remove', [checkedPath(path, 'folder', 'part', 'arming')]);
    },
    note: async (handle, line) => {
      await runHeld(handle, 'note', [line.replaceAll(/[\r\n]+/g, ' ').trimEnd(), String(journalLength)]);
    },
  };
}

function signalOf({ signal }: WriteOptions): RunOptions {
  return signal === undefined ? {} : { signal };
}
