import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A service of the first boot, as far as starting it goes: systemd.unit(5), systemd.service(5). */
export interface ServiceUnit {
  readonly name: string;
  /** Path, and whether it must be there. */
  readonly paths: readonly { readonly path: string; readonly there: boolean }[];
  readonly after: readonly string[];
  readonly before: readonly string[];
  readonly requires: readonly string[];
  readonly wants: readonly string[];
  readonly start: readonly Command[];
  readonly startPost: readonly Command[];
  readonly stopPost: readonly Command[];
  /** Whether it is started again when it fails; `direct`: without those that wait for it being told. */
  readonly restart: 'no' | 'normal' | 'direct';
}

/** A line of ExecStart. */
export interface Command {
  readonly words: readonly string[];
  /** Whether its failure is none. */
  readonly mayFail: boolean;
}

/** Conditions that hold on every machine of the lab. */
const held = new Set(['ConditionSecurity=selinux']);

/** The services that Ignition enabled in a root folder, in an order that systemd may start them in. */
export function enabledServices(root: string): ServiceUnit[] {
  const preset = join(root, 'etc/systemd/system-preset/20-ignition.preset');
  const names = existsSync(preset) ? [...readFileSync(preset, 'utf8').matchAll(/^enable (\S+)$/gm)] : [];
  return inOrder(
    names.map(([, name = '']) =>
      readUnit(name, readFileSync(join(root, 'etc/systemd/system', name), 'utf8')),
    ),
  );
}

/** Reads a service. What it does not know of conditions and of commands it refuses, so that nothing is passed over. */
export function readUnit(name: string, text: string): ServiceUnit {
  const lines = text
    .split('\n')
    .filter((line) => /^\w+=/.test(line))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const);
  const values = (key: string): string[] => lines.filter(([each]) => each === key).map(([, value]) => value);
  const words = (key: string): string[] => values(key).flatMap((value) => value.split(/\s+/).filter(Boolean));
  const paths = lines.flatMap(([key, value]) => {
    if (!/^(Condition|Assert)/.test(key) || held.has(`${key}=${value}`)) return [];
    if (key !== 'ConditionPathExists') throw new Error(`${name}: ${key}=${value} is not modelled`);
    return [{ path: value.replace(/^!/, ''), there: !value.startsWith('!') }];
  });
  const commands = (key: string) => values(key).map((value) => readCommand(name, value));
  const mode = values('RestartMode')[0] === 'direct' ? 'direct' : 'normal';
  return {
    name,
    paths,
    after: words('After'),
    before: words('Before'),
    requires: words('Requires'),
    wants: words('Wants'),
    start: commands('ExecStart'),
    startPost: commands('ExecStartPost'),
    stopPost: commands('ExecStopPost'),
    restart: ['on-failure', 'always'].includes(values('Restart')[0] ?? 'no') ? mode : 'no',
  };
}

function readCommand(unit: string, line: string): Command {
  const [, prefix = '', rest = ''] = /^([-+!:@]*)(.*)$/.exec(line) ?? [];
  if (/[+!:@]/.test(prefix) || /["'$\\]/.test(rest)) throw new Error(`${unit}: ${line} is not modelled`);
  const words = rest
    .replaceAll('%n', unit)
    .replaceAll('%N', unit.replace(/\.\w+$/, ''))
    .split(/\s+/);
  return { words: words.filter(Boolean), mayFail: prefix.includes('-') };
}

/** Each after those that it is ordered after. */
function inOrder(units: readonly ServiceUnit[]): ServiceUnit[] {
  const left = [...units].sort((a, b) => (a.name < b.name ? -1 : 1));
  const sorted: ServiceUnit[] = [];
  const isBehind = (unit: ServiceUnit, other: ServiceUnit): boolean =>
    unit.after.includes(other.name) || other.before.includes(unit.name);
  while (left.length > 0) {
    const next = left.findIndex((unit) => !left.some((other) => other !== unit && isBehind(unit, other)));
    if (next < 0) throw new Error(`units wait for each other: ${left.map(({ name }) => name).join(' ')}`);
    sorted.push(...left.splice(next, 1));
  }
  return sorted;
}

/** Names of the unit files of a root folder. */
export function unitNames(root: string): string[] {
  return readdirSync(join(root, 'etc/systemd/system')).filter(
    (name) => /\.[a-z]+$/.test(name) && !/\.(wants|d)$/.test(name),
  );
}
