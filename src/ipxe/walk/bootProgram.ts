import { splitCommandLine } from '../coreosArguments.ts';
import type { Image } from './images.ts';
import type { Machine } from './machine.ts';
import { type CommandResult, ended, failed } from './outcome.ts';

/**
 * Boots a program under UEFI. An old iPXE hands a kernel only those images that `initrd=` names; since 2.0.0 the kernel
 * (Linux 5.7 and newer) gets all registered images, one after the other, whatever `initrd=` says.
 */
export function bootProgram(machine: Machine, kernel: Image): CommandResult {
  const cmdline = kernel.cmdline ?? '';
  const named = splitCommandLine(cmdline).flatMap(({ name, value }) =>
    name === 'initrd' && value !== undefined ? [value] : [],
  );
  const others = machine.images.besides(kernel);
  machine.note({ kind: 'boot', url: kernel.url });
  const boots = (initrds: readonly Image[]): CommandResult =>
    ended({
      kind: 'boots',
      kernel: kernel.url,
      cmdline,
      initrds: initrds.map(({ name, url }) => ({ name, url })),
    });
  if (machine.age === 'new' && others.length > 0) return boots(others);
  const files: Image[] = [];
  for (const name of named) {
    const file = machine.images.findFile(name);
    if (file === undefined) return failed(`initrd=${name} names no image (EFI stub: failed to open file)`);
    files.push(file);
  }
  if (files.length === 0 && others.length > 0 && kernel === machine.images.selected) {
    return ended({
      kind: 'failed',
      why: `the kernel ${kernel.url} has no initrd= and finds no initrd (unable to mount root fs)`,
      ...(machine.place === undefined ? {} : { place: machine.place }),
    });
  }
  return boots(files);
}
