/** A command to the runner, as it would understand it. */
export interface RunnerCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/**
 * Reads a log as the runner does (source: actions/runner, ActionCommand.cs): `::name key=value::message` at the
 * beginning of a line that may be indented, `##[name key=value;]message` anywhere in a line, and neither between
 * `::stop-commands::word` and `::word::`.
 */
export function runnerCommands(log: string): RunnerCommand[] {
  const commands: RunnerCommand[] = [];
  let stopped: string | undefined;
  for (const line of log.split(/\r\n|\r|\n/)) {
    if (stopped !== undefined) {
      if (line.trim() === `::${stopped}::`) stopped = undefined;
      continue;
    }
    const command = newForm(line) ?? oldForm(line);
    if (command?.name === 'stop-commands') stopped = command.message;
    else if (command !== undefined) commands.push(command);
  }
  if (stopped !== undefined) throw new Error('commands were never allowed again');
  return commands;
}

function newForm(line: string): RunnerCommand | undefined {
  const match = /^\s*::([A-Za-z-]+)(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)$/s.exec(line);
  if (match === null) return undefined;
  const [, name = '', properties = '', message = ''] = match;
  return { name, properties: propertiesOf(properties, ','), message: decode(message) };
}

function oldForm(line: string): RunnerCommand | undefined {
  const match = /##\[([A-Za-z-]+)(?: ([^\]]*))?\](.*)$/s.exec(line);
  if (match === null) return undefined;
  const [, name = '', properties = '', message = ''] = match;
  return { name, properties: propertiesOf(properties, ';'), message };
}

function propertiesOf(text: string, separator: string): Record<string, string> {
  const pairs = text.split(separator).flatMap((pair) => {
    const at = pair.indexOf('=');
    return at < 0 ? [] : [[pair.slice(0, at), decode(pair.slice(at + 1))] as const];
  });
  return Object.fromEntries(pairs);
}

function decode(text: string): string {
  const signs: Readonly<Record<string, string>> = { '0D': '\r', '0A': '\n', '3A': ':', '2C': ',', '25': '%' };
  return text.replace(/%(0D|0A|3A|2C|25)/g, (whole, code: string) => signs[code] ?? whole);
}
