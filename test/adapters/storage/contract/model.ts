import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LockHandle, Storage } from '../../../../src/ports/storage.ts';
import { type Digest, sha256 } from '../../../../src/shared/digest.ts';
import { ask, imageSet, noise, type OpenPlace, part, release, source, stream, takeLock } from './place.ts';

const folders = [release, `releases/${sha256('another')}`, imageSet, 'k3s/v1+k3s1'] as const;
const names = ['one', 'two', 'deep/one'] as const;
const content = noise(5000);
const uploads = [part('one upload'), part('another')] as const;

type Content = string | Uint8Array;

/** What a storage should hold: the simplest thing that could be it. */
interface Model {
  readonly files: Map<string, Map<string, Content>>;

  readonly seals: Map<string, string>;
  readonly parts: Map<string, number>;
  readonly slots: [string | undefined, string | undefined];
  readonly journal: string[];
}

/** Something to do to the storage and to the model, and to expect of both alike. */
interface Step {
  readonly name: string;
  run(storage: Storage, handle: LockHandle): Promise<unknown>;
  /** The answer; `refused` when the storage must refuse. */
  model(model: Model): unknown;
}

const refused = Symbol('refused');
const folder = fc.constantFrom(...folders);
const upload = fc.constantFrom(...uploads);
const name = fc.constantFrom(...names);
const text = fc.constantFrom('', 'short', 'it’s a longer text\n', 'x'.repeat(1500));

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(folder, fc.dictionary(name, text, { minKeys: 1, maxKeys: 3 })).map(unpack),
  fc.tuple(upload, fc.nat(5000), fc.nat(5000)).map(append),
  fc.tuple(upload, folder, name).map(settle),
  fc.tuple(folder, fc.constantFrom('seal 1\n', 'seal number 2\n')).map(seal),
  folder.map(unseal),
  fc.oneof(folder, upload).map(remove),
  fc.tuple(fc.constantFrom(0, 1), fc.nat(2), fc.boolean()).map(writeSlot),
  fc.constantFrom('{"at":1}', '{"at":2}').map(note),
);

/** Whatever is done in whatever order, once or twice: the storage is what the model is. */
export function modelContract(open: OpenPlace, runs: number): void {
  describe('any sequence of operations', () => {
    test(`comes to what it should, in ${runs} of them`, { timeout: 600_000 }, async () => {
      const sequence = fc.array(fc.tuple(steps, fc.constantFrom(1, 1, 2)), { minLength: 1, maxLength: 14 });
      await fc.assert(
        fc.asyncProperty(sequence, async (each) => {
          const place = await open();
          try {
            const handle = await takeLock(place.storage);
            const model = newModel();
            for (const [step, times] of each) {
              for (let time = 0; time < times; time++) await tryStep(step, place.storage, handle, model);
            }
            await compare(place.storage, model);
          } finally {
            await place.close();
          }
        }),
        { numRuns: runs },
      );
    });
  });
}

function newModel(): Model {
  return { files: new Map(), seals: new Map(), parts: new Map(), slots: [undefined, undefined], journal: [] };
}

async function tryStep(step: Step, storage: Storage, handle: LockHandle, model: Model): Promise<void> {
  const expected = step.model(model);
  if (expected === refused) await expect(step.run(storage, handle), step.name).rejects.toThrow();
  else expect(await step.run(storage, handle), step.name).toEqual(expected);
}

async function compare(storage: Storage, model: Model): Promise<void> {
  const survey = await ask(storage);
  const expectedFolders = [...model.files.keys()].map((path) => ({ path, seal: model.seals.get(path) }));
  expect(byPath(survey.folders)).toEqual(byPath(expectedFolders));
  expect(byPath(survey.parts)).toEqual(byPath([...model.parts].map(([path, size]) => ({ path, size }))));
  expect(survey.slots).toEqual(model.slots);
  expect(survey.journal).toEqual(model.journal);
  for (const [path, files] of model.files) {
    const digests = new Map<string, Digest>([...files].map(([name, content]) => [name, sha256(content)]));
    expect(await storage.mismatches(path, digests)).toEqual([]);
    const absent = names.filter((name) => !files.has(name));
    expect((await storage.sizes(path, absent)).size).toBe(0);
  }
}

function byPath<T extends { path: string }>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function unpack([path, files]: [string, Record<string, string>]): Step {
  return {
    name: `unpack ${path}`,
    run: (storage, handle) => storage.unpack(handle, path, stream(files)),
    model: (model) => {
      model.files.set(path, new Map([...(model.files.get(path) ?? []), ...Object.entries(files)]));
    },
  };
}

function append([path, offset, length]: [string, number, number]): Step {
  const end = Math.min(offset + length, content.length);
  return {
    name: `append ${path} ${offset}+${length}`,
    run: async (storage, handle) => {
      if ((await storage.partSize(handle, path)) < offset) return;
      await storage.append(handle, path, { offset, length }, source(content, 999));
    },
    model: ({ parts }) => {
      if ((parts.get(path) ?? 0) >= offset) parts.set(path, end);
    },
  };
}

function settle([path, folder, name]: [string, string, string]): Step {
  return {
    name: `settle ${path} ${folder}/${name}`,
    run: (storage, handle) => storage.settle(handle, path, `${folder}/${name}`),
    model: (model) => {
      const size = model.parts.get(path);
      const files = model.files.get(folder) ?? new Map<string, Content>();
      if (size === undefined) return files.has(name) ? undefined : refused;
      model.parts.delete(path);
      files.set(name, content.subarray(0, size));
      model.files.set(folder, files);
      return undefined;
    },
  };
}

function seal([path, text]: [string, string]): Step {
  return {
    name: `seal ${path}`,
    run: (storage, handle) => storage.seal(handle, path, text),
    model: ({ files, seals }) => {
      if (!files.has(path)) return refused;
      seals.set(path, text);
      return undefined;
    },
  };
}

function unseal(path: string): Step {
  return {
    name: `unseal ${path}`,
    run: (storage, handle) => storage.unseal(handle, path),
    model: ({ seals }) => {
      seals.delete(path);
    },
  };
}

function remove(path: string): Step {
  return {
    name: `remove ${path}`,
    run: (storage, handle) => storage.remove(handle, path),
    model: ({ files, seals, parts }) => {
      for (const map of [files, seals, parts]) map.delete(path);
    },
  };
}

function writeSlot([slot, number, right]: [number, number, boolean]): Step {
  const at = slot === 0 ? 0 : 1;
  const text = `record ${'x'.repeat(number * 40)}\n`;
  let expected: string | undefined;
  return {
    name: `writeSlot ${slot}`,
    run: (storage, handle) => storage.writeSlot(handle, at, text, expected),
    model: ({ slots }) => {
      expected = right ? slots[1 - at] : 'something else\n';
      if (right) slots[at] = text;
      return right;
    },
  };
}

function note(line: string): Step {
  return {
    name: `note ${line}`,
    run: (storage, handle) => storage.note(handle, line),
    model: ({ journal }) => {
      if (journal.at(-1) !== line) journal.push(line);
    },
  };
}
