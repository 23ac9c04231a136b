import { type Answer, type Call, failure, operation } from './message.ts';

const MiB = 1024 * 1024;

/**
 * The largest inputs that are given to the official code, in bytes. A Butane file of 5 MiB needs 113 MB of memory there.
 * Ignition may be larger: it has the files inside that Butane only names.
 */
const largest = { butane: 5 * MiB, ignition: 32 * MiB, files: 32 * MiB } as const;

/** The answer to a call whose input is too large, and nothing when it may be carried out. */
export function tooLarge(call: Call): Answer | undefined {
  const kind = call.operation === operation.validate ? 'ignition' : 'butane';
  const input = Buffer.byteLength(call.input);
  if (input > largest[kind])
    return failure(`the input is larger than ${largest[kind] / MiB} MiB: ${input} bytes`);
  const files = (call.files ?? []).reduce((sum, file) => sum + file.bytes.length, 0);
  if (files > largest.files)
    return failure(`the files to include are larger than ${largest.files / MiB} MiB: ${files} bytes`);
  return undefined;
}
