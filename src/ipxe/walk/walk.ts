import { execute } from './commands/images.ts';
import { isImage, Machine } from './machine.ts';
import type { CommandResult, Walk, WalkOptions, WalkOutcome } from './outcome.ts';
import { runScript } from './runScript.ts';

/**
 * Walks the scripts that a machine would run, from the URL that its firmware or DHCP names: fetches, chains, jumps and
 * tests as iPXE does, but boots nothing, waits for nothing and touches no disk.
 *
 * @param start an absolute URL
 */
export async function walk(start: string, options: WalkOptions): Promise<Walk> {
  const machine = new Machine(options, runScript);
  const image = await machine.download(start);
  const result = isImage(image) ? await begin(machine, image) : image;
  return { trace: machine.trace, outcome: conclude(result) };
}

async function begin(machine: Machine, image: Parameters<typeof execute>[1]): Promise<CommandResult> {
  if (image.type === 'other') {
    return {
      kind: 'failed',
      why: `${image.url} is neither an iPXE script nor a program (exec format error)`,
    };
  }
  return execute(machine, image, true);
}

/** What becomes of the machine when the first script is through: iPXE returns to the firmware. */
function conclude(result: CommandResult): WalkOutcome {
  if (result.kind === 'ended') return result.outcome;
  if (result.kind === 'ok') return { kind: 'localDisk', how: 'exit', status: 0 };
  if (result.exit !== undefined) return { kind: 'localDisk', how: 'exit', status: result.exit };
  return {
    kind: 'failed',
    why: result.why,
    ...(result.place === undefined ? {} : { place: result.place }),
  };
}
