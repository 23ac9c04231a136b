import table from './commands.json' with { type: 'json' };

/** The releases of iPXE that matter: Debian's build of January 2019 calls itself 1.0.0. */
export type IpxeVersion = '1.0.0' | '1.21.1' | '2.0.0';

/** `old` is the iPXE that Debian ships (1.0.0 of January 2019), `new` is 2.0.0 of March 2026. */
export type IpxeAge = 'old' | 'new';

/** The kinds of values that options take. */
export type OptionValue = string;

/** One option of a command. */
export interface OptionSpecification {
  readonly long: string;
  readonly short: string;
  /** What its value is; null for a flag. */
  readonly value: OptionValue | null;
  /** The first release that has it; null when it is newer than 2.0.0. */
  readonly since: IpxeVersion | null;
}

/** One command. */
export interface CommandSpecification {
  readonly name: string;
  /** How many arguments it takes at least, options not counted. */
  readonly minimum: number;
  /** How many at most; null when there is no limit. */
  readonly maximum: number | null;
  readonly usage: string | null;
  /** The first release whose source has it; null when it is newer than 2.0.0. */
  readonly since: IpxeVersion | null;
  /** Whether a default UEFI x86_64 build has it, from the configuration headers of Debian's iPXE and of 2.0.0. */
  readonly default: { readonly old: boolean; readonly new: boolean };
  readonly options: readonly OptionSpecification[];
}

const commands: ReadonlyMap<string, CommandSpecification> = new Map(
  (table as readonly CommandSpecification[]).map((command) => [command.name, command]),
);

/** The commands that iPXE knows, by name. */
export function commandNamed(name: string): CommandSpecification | undefined {
  return commands.get(name);
}

/** All command names, sorted. */
export const commandNames: readonly string[] = [...commands.keys()].sort();

const ages: Readonly<Record<IpxeAge, IpxeVersion>> = { old: '1.0.0', new: '2.0.0' };
const order: readonly IpxeVersion[] = ['1.0.0', '1.21.1', '2.0.0'];

/** Whether something that came with a release is in an iPXE of an age. */
export function isIn(age: IpxeAge, since: IpxeVersion | null): boolean {
  return since !== null && order.indexOf(since) <= order.indexOf(ages[age]);
}
