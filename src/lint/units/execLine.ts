/** A command of an `Exec…=` line. */
export interface Command {
  /** Path or name of the program, without systemd's prefixes. */
  readonly program: string;
  readonly arguments: readonly string[];
}

/** Splits the value of an `Exec…=` line into its commands, as systemd.service(5) says under "Command lines". */
export function parseExecLine(value: string): Command[] {
  const commands: Command[] = [];
  let words: string[] = [];
  for (const word of splitWords(value)) {
    // Only a bare semicolon separates: an escaped or quoted one is an argument.
    if (word !== ';') words.push(unquote(word));
    else words = finish(words, commands);
  }
  finish(words, commands);
  return commands;
}

function finish(words: readonly string[], commands: Command[]): string[] {
  const [first, ...rest] = words;
  if (first === undefined) return [];
  const prefix = /^[@\-:+!|]*/.exec(first)?.[0] ?? '';
  // With `@`, the second word is what the program shall think that it is called.
  commands.push({
    program: first.slice(prefix.length),
    arguments: prefix.includes('@') ? rest.slice(1) : rest,
  });
  return [];
}

const escapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  s: ' ',
};

/** Words as they are written, quotes and escapes included. */
function splitWords(value: string): string[] {
  const words: string[] = [];
  const pattern = /\s*((?:'(?:\\.|[^'\\])*'?|"(?:\\.|[^"\\])*"?|\\.|[^\s'"\\]|\\$)+)/gsy;
  for (let match = pattern.exec(value); match !== null; match = pattern.exec(value)) {
    words.push(match[1] ?? '');
  }
  return words;
}

/** A word with quotes and C escapes removed, and the doubled `%%` and `$$` halved. */
function unquote(word: string): string {
  return word
    .replaceAll(
      /'((?:\\.|[^'\\])*)'?|"((?:\\.|[^"\\])*)"?|((?:\\.|[^'"\\])+)/gs,
      (_, single, double, plain) => unescapeC(single ?? double ?? plain ?? ''),
    )
    .replaceAll('%%', '%')
    .replaceAll('$$', () => '$');
}

function unescapeC(text: string): string {
  return text.replaceAll(/\\(x[0-9a-fA-F]{2}|[0-7]{3}|.)/gs, (_, code: string) => {
    if (/^x.{2}$/.test(code)) return String.fromCharCode(parseInt(code.slice(1), 16));
    if (/^[0-7]{3}$/.test(code)) return String.fromCharCode(parseInt(code, 8));
    return escapes[code] ?? code;
  });
}

/** The shell and the script of `sh -c '…'`, or undefined when the command is something else. */
export function inlineScript(
  command: Command,
): { readonly shell: string; readonly script: string } | undefined {
  const shell = /(?:^|\/)(sh|bash|dash)$/.exec(command.program)?.[1];
  if (shell === undefined) return undefined;
  const flag = command.arguments.findIndex((word) => /^-[a-z]*c$/.test(word));
  const script = flag < 0 ? undefined : command.arguments[flag + 1];
  return script === undefined ? undefined : { shell, script };
}
