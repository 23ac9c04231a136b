import { type ImageLine, imageRole, parseKernelLine } from '../../ipxe/kernelLine.ts';
import type { Command, Script, Statement } from '../../ipxe/script.ts';

/** A kernel and what a script loads along with it. */
export interface Boot {
  readonly kernel: ImageLine;
  readonly initrds: readonly ImageLine[];
  /** Whether its arguments are those of Fedora CoreOS. */
  readonly isCoreos: boolean;
  /** Whether its arguments ask for an installation. */
  readonly installs: boolean;
}

/** Kernels that share the initrds of one stretch of the script: `kernel a || kernel b` has two. */
interface Group {
  readonly kernels: { readonly line: ImageLine; readonly statement: Statement }[];
  readonly initrds: ImageLine[];
}

/**
 * The boots of a script, in its order. Images belong together from one `boot`, `imgfree` or second `kernel` to the
 * next; initrds may stand before or after their kernel.
 */
export function boots(script: Script): Boot[] {
  const groups: Group[] = [{ kernels: [], initrds: [] }];
  for (const statement of script.statements) {
    for (const command of statement.commands) add(groups, statement, command);
  }
  return groups.flatMap(({ kernels, initrds }) => kernels.map(({ line }) => boot(line, initrds)));
}

/** More alternatives than a person writes are not looked at, so that no script makes lint slow. */
const mostAlternatives = 20;

function add(groups: Group[], statement: Statement, command: Command): void {
  const role = imageRole(command);
  const line = role === undefined ? undefined : parseKernelLine(command);
  // All kernels of a group stand in one statement.
  const other = groups.at(-1)?.kernels[0]?.statement;
  const isSecond = role === 'kernel' && other !== undefined && other !== statement;
  if (role === 'boot' || freesAll(command) || isSecond) groups.push({ kernels: [], initrds: [] });
  const group = groups.at(-1);
  if (line === undefined || group === undefined) return;
  if (role === 'initrd') group.initrds.push(line);
  if (role === 'kernel' && group.kernels.length < mostAlternatives) group.kernels.push({ line, statement });
}

function freesAll({ words }: Command): boolean {
  return words.length === 1 && words[0]?.text === 'imgfree';
}

function boot(kernel: ImageLine, initrds: readonly ImageLine[]): Boot {
  const names = kernel.arguments.map(({ name }) => name);
  return {
    kernel,
    initrds,
    isCoreos: names.some((name) => name.startsWith('coreos.') || name.startsWith('ignition.')),
    installs: names.some((name) => name.startsWith('coreos.inst.')),
  };
}
