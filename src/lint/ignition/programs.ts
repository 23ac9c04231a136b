import type { Command } from '../units/execLine.ts';
import type { FileElement, Placed } from './nodeFiles.ts';
import type { NodeView } from './nodeView.ts';
import { realPath } from './realPath.ts';

const interpreter = /(?:^|\/)(?:sh|bash|dash|env)$/;

/** The file of the configuration that a command runs: its program, or the script that it gives to a shell. */
export function fileOfProgram(view: NodeView, command: Command): Placed<FileElement> | undefined {
  const direct = view.fileByPath.get(realPath(command.program));
  if (direct !== undefined || !interpreter.test(command.program)) return direct;
  const script = command.arguments.find((word) => !word.startsWith('-'));
  return script === undefined ? undefined : view.fileByPath.get(realPath(script));
}

/** The text of that file, as far as it is known. */
export function textOfProgram(view: NodeView, command: Command): string | undefined {
  const file = fileOfProgram(view, command);
  return file === undefined ? undefined : file.element.texts.map((each) => each.text).join('');
}
