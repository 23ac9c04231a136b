import { commandNamed, isIn } from '../commandTable.ts';
import { parseOptions } from '../options.ts';
import type { Command } from '../script.ts';
import { endCommands } from './commands/ends.ts';
import { flowCommands } from './commands/flow.ts';
import { imageCommands } from './commands/images.ts';
import { menuCommands } from './commands/menus.ts';
import { settingCommands } from './commands/settings.ts';
import type { Handler } from './handler.ts';
import type { Machine } from './machine.ts';
import { type CommandResult, ended, failed, ok } from './outcome.ts';

const handlers: ReadonlyMap<string, Handler> = new Map(
  Object.entries({ ...flowCommands, ...settingCommands, ...menuCommands, ...imageCommands, ...endCommands }),
);

/** What every command without a handler does: nothing that a walk could show, and it succeeds. */
const assume: Handler = (machine, call) => {
  const text = [call.name, ...call.arguments].join(' ');
  machine.note({ kind: 'skipped', text, why: 'taken to succeed' });
  return ok;
};

/** Commands whose failure is meant, and told by an event of its own. */
const hasOwnEvent = new Set(['exit', 'isset', 'iseq']);

/** Runs one command: expands its words, looks it up among those of this iPXE, checks its options, carries it out. */
export async function runCommand(machine: Machine, command: Command): Promise<CommandResult> {
  const tooMany = machine.step();
  if (tooMany !== undefined) return tooMany;
  const words: string[] = [];
  for (const word of command.words) {
    const text = machine.settings.expand(word.text);
    if (text === undefined) {
      return ended({ kind: 'loops', why: `"${word.text}" expands without end` });
    }
    words.push(text);
  }
  const result = await dispatch(machine, words);
  if (result.kind !== 'failed') return result;
  if (result.place === undefined && !hasOwnEvent.has(words[0] ?? '')) {
    machine.note({ kind: 'failed', text: words.join(' '), why: result.why });
  }
  machine.settings.store('errno', String(result.exit ?? 1));
  return { ...result, ...(machine.place === undefined || result.place ? {} : { place: machine.place }) };
}

async function dispatch(machine: Machine, words: readonly string[]): Promise<CommandResult> {
  const [name, ...rest] = words;
  if (name === undefined) return ok;
  const full = commandNamed(name);
  if (full === undefined || !full.default[machine.age]) return failed(`${name}: command not found`);
  const known = { ...full, options: full.options.filter((option) => isIn(machine.age, option.since)) };
  const options = parseOptions(known, rest);
  if (options.problem !== undefined) return failed(`${name}: wrong use of ${options.problem.option}`);
  const positional = rest.slice(options.rest);
  if (positional.length < known.minimum || positional.length > (known.maximum ?? Number.POSITIVE_INFINITY)) {
    return failed(`${name}: wrong number of arguments`);
  }
  return (handlers.get(name) ?? assume)(machine, { name, arguments: positional, options: options.values });
}
