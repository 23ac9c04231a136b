import { describe } from 'vitest';
import { lockContract } from './contract/locking.ts';
import { lostLockContract } from './contract/lostLock.ts';
import { modelContract } from './contract/model.ts';
import { pathContract } from './contract/paths.ts';
import type { OpenPlace } from './contract/place.ts';
import { pointerContract } from './contract/pointer.ts';
import { readingContract } from './contract/reading.ts';
import { sealContract } from './contract/seals.ts';
import { surveyContract } from './contract/survey.ts';
import { unpackContract } from './contract/unpack.ts';
import { uploadContract } from './contract/upload.ts';

export type { OpenPlace, Place } from './contract/place.ts';

/**
 * What every Storage does, however it carries it out.
 *
 * @param open makes a place whose root folder is not there yet, while the folder around it is
 * @param options `runs`: how many random sequences of operations are tried
 */
export function storageContract(name: string, open: OpenPlace, options: { runs?: number } = {}): void {
  describe(`${name}: what every storage does`, () => {
    surveyContract(open);
    lockContract(open);
    lostLockContract(open);
    unpackContract(open);
    uploadContract(open);
    readingContract(open);
    sealContract(open);
    pointerContract(open);
    pathContract(open);
    modelContract(open, options.runs ?? 25);
  });
}
