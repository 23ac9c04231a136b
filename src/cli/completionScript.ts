import type { Command } from 'commander';

/** The shells that there is completion for. */
export const shells = ['bash', 'zsh', 'fish'] as const;

/** What can be typed after a command: its options and the values that its arguments may have. */
interface Completable {
  readonly name: string;
  readonly description: string;
  readonly words: readonly string[];
  /** What may follow an option that has a choice: `--format` → `text`, `json`. */
  readonly choices: readonly (readonly [option: string, values: readonly string[]])[];
}

/** A script for a shell, made from the commands as they are, so that it is never behind them. */
export function completionScript(program: Command, shell: (typeof shells)[number]): string {
  const commands = program.commands.map(completable);
  const global = optionsOf(program);
  return { bash, zsh, fish }[shell](commands, global);
}

function completable(command: Command): Completable {
  const below = command.commands;
  const values = command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []);
  return {
    name: command.name(),
    description: command.description(),
    words: [...new Set([...optionsOf(command), ...values, ...below.flatMap(wordsOf)])],
    choices: [command, ...below]
      .flatMap(({ options }) => options)
      .flatMap(({ short, long, argChoices }) =>
        argChoices === undefined
          ? []
          : [short, long].flatMap((option) => (option ? [[option, argChoices] as const] : [])),
      ),
  };
}

/** What may be typed for a command of a group: its name, then its options. */
function wordsOf(command: Command): string[] {
  return [command.name(), ...optionsOf(command)];
}

function optionsOf(command: Command): string[] {
  return command.options.flatMap(({ long }) => long ?? []);
}

function bash(commands: readonly Completable[], global: readonly string[]): string {
  const names = [...commands.map(({ name }) => name), ...global].join(' ');
  const cases = commands.map(
    ({ name, words }) => `    ${name}) words="${[...words, ...global].join(' ')}" ;;`,
  );
  const values = commands.flatMap(({ name, choices }) =>
    choices.map(([option, list]) => `    '${name} ${option}') words="${list.join(' ')}" ;;`),
  );
  return `# bash completion of pilotlight
_pilotlight() {
  local word command="" words
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in ${commands.map(({ name }) => name).join('|')}) command="$word"; break ;; esac
  done
  case "$command" in
${cases.join('\n')}
    *) words="${names}" ;;
  esac
  case "$command \${COMP_WORDS[COMP_CWORD-1]}" in
${values.join('\n')}
    *' --inventory' | *' -i' | *' --out' | *' -o' | *' --against' | *' -a' | *' --release' | *' -r' | *' --images' | *' --to' | *' --ssh-key' | *' --carry-out') words="" ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}")
}
complete -o default -F _pilotlight pilotlight
`;
}

function zsh(commands: readonly Completable[], global: readonly string[]): string {
  const described = commands.map(
    ({ name, description }) => `    '${name}:${description.replaceAll("'", '’').replaceAll(':', '\\:')}'`,
  );
  const cases = commands.map(
    ({ name, words }) => `    ${name}) compadd -- ${[...words, ...global].join(' ')} ;;`,
  );
  return `#compdef pilotlight
_pilotlight() {
  local -a commands=(
${described.join('\n')}
  )
  local command=\${words[(r)(${commands.map(({ name }) => name).join('|')})]}
  case "$command" in
${cases.join('\n')}
    *) _describe command commands; compadd -- ${global.join(' ')} ;;
  esac
  _files
}
compdef _pilotlight pilotlight
`;
}

function fish(commands: readonly Completable[], global: readonly string[]): string {
  const option = (condition: string, word: string) =>
    word.startsWith('--')
      ? `complete -c pilotlight -n '${condition}' -l ${word.slice(2)}`
      : `complete -c pilotlight -n '${condition}' -a ${word}`;
  return `# fish completion of pilotlight
${commands.map(({ name, description }) => `complete -c pilotlight -f -n __fish_use_subcommand -a ${name} -d '${description.replaceAll("'", "\\'")}'`).join('\n')}
${global.map((word) => `complete -c pilotlight -l ${word.slice(2)}`).join('\n')}
${commands.flatMap(({ name, words }) => words.map((word) => option(`__fish_seen_subcommand_from ${name}`, word))).join('\n')}
`;
}
