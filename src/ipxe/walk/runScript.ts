import { parse } from '../parse.ts';
import { type Connector, labelsOf, type Statement } from '../script.ts';
import type { Image } from './images.ts';
import type { Frame, Machine, ScriptResult } from './machine.ts';
import { type CommandResult, failed, ok } from './outcome.ts';
import { runCommand } from './runCommand.ts';

/**
 * Runs a script as iPXE's `process_script` does: line by line until one fails, `exit`, or the end. While it runs, its
 * image is not registered, so that `imgfree` cannot free it.
 */
export async function runScript(machine: Machine, image: Image): Promise<ScriptResult> {
  machine.images.remove(image);
  const script = parse(image.text);
  const frame: Frame = {
    image,
    script,
    labels: labelsOf(script),
    line: 1,
    stop: 'none',
    jump: undefined,
    replacement: undefined,
  };
  const outer = machine.settings.formatted('cwuri') ?? '';
  machine.settings.store('cwuri', image.url);
  machine.frames.push(frame);
  const result = await runStatements(machine, frame);
  machine.frames.pop();
  machine.settings.store('cwuri', outer);
  return { result, replacement: result.kind === 'ended' ? undefined : frame.replacement };
}

async function runStatements(machine: Machine, frame: Frame): Promise<CommandResult> {
  let index = 0;
  for (;;) {
    const statement = frame.script.statements[index];
    if (statement === undefined) return ok;
    frame.line = statement.line;
    if (statement.unfinished === true) {
      return { ...failed('the script ends in the middle of a continued line'), ...placeOf(machine) };
    }
    const result = await runStatement(machine, frame, statement);
    const { stop, jump } = frame;
    frame.stop = 'none';
    frame.jump = undefined;
    if (result.kind !== 'ok' || stop === 'script') return result;
    index = jump ?? index + 1;
  }
}

function placeOf(machine: Machine): { place?: NonNullable<Machine['place']> } {
  return machine.place === undefined ? {} : { place: machine.place };
}

async function runStatement(machine: Machine, frame: Frame, statement: Statement): Promise<CommandResult> {
  let result: CommandResult = ok;
  let runs = true;
  for (const command of statement.commands) {
    if (runs) result = await runCommand(machine, command);
    if (result.kind === 'ended' || frame.stop !== 'none') return result;
    if (command.connector !== undefined) runs = goesOn(command.connector.text, result);
  }
  // A connector at the end of a line is followed by the empty command, which succeeds.
  const dangling = statement.commands.at(-1)?.connector !== undefined;
  return dangling && runs ? ok : result;
}

function goesOn(connector: Connector, result: CommandResult): boolean {
  if (connector === ';') return true;
  return connector === '||' ? result.kind === 'failed' : result.kind === 'ok';
}
