import type { Command, Option } from 'commander';
import { expect, test } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import { allPages } from './markdown.ts';

const stream = { write: () => true, isTTY: false };
const program = createProgram({
  stdout: stream,
  stderr: stream,
  exact: () => {},
  environment: {},
  colour: false,
  width: 120,
  exit: () => {},
  stoppable: () => new AbortController().signal,
  world: () => {
    throw new Error('nothing is carried out');
  },
});

/** What is wrong with a line such as `pilotlight -i rack deploy --plan`, as far as words tell: nothing is carried out. */
function problemOf(line: string): string | undefined {
  const words = line
    .replace(/\s+#.*$/, '')
    .split(/\s+/)
    .slice(1);
  const end = words.findIndex((word) => /^[|>&;]/.test(word));
  let command: Command = program;
  let valued = false;
  for (const word of end < 0 ? words : words.slice(0, end)) {
    if (valued) valued = false;
    else if (word.startsWith('-')) {
      const option = optionOf(command, word);
      if (option === undefined) return `${command.name()} has no option ${word}`;
      valued = option.required && !word.includes('=');
    } else {
      const next = command.commands.find((each) => each.name() === word);
      if (next === undefined && !takes(command)) return `${command.name()} takes no ${word}`;
      command = next ?? command;
    }
  }
  return undefined;
}

function optionOf(command: Command, word: string): Pick<Option, 'required'> | undefined {
  const flag = word.replace(/=.*$/, '');
  if (flag === '--help') return { required: false };
  return [...command.options, ...program.options].find(({ short, long }) => flag === short || flag === long);
}

/** Whether a word that names no command below is a value of the command. */
function takes(command: Command): boolean {
  return command.commands.length === 0 && command.registeredArguments.length > 0;
}

test('finds what is wrong with a line', () => {
  expect(problemOf('pilotlight -i rack deploy --plan | less')).toBeUndefined();
  expect(problemOf('pilotlight deploi')).toBe('pilotlight takes no deploi');
  expect(problemOf('pilotlight deploy --now')).toBe('deploy has no option --now');
  expect(problemOf('pilotlight images feed')).toBe('images takes no feed');
  expect(problemOf('pilotlight gc everything')).toBe('gc takes no everything');
});

test('commands that pages only show are commands that there are', () => {
  const lines = allPages().flatMap(({ path, blocks }) =>
    blocks
      .filter(({ language }) => language === 'sh')
      .flatMap(({ text, line }) =>
        text.split('\n').map((each, index) => ({ at: `${path}:${line + 1 + index}`, each })),
      )
      .map(({ at, each }) => ({ at, command: each.trim() }))
      .filter(({ command }) => /^pilotlight\s/.test(command)),
  );
  expect(lines.length).toBeGreaterThan(20);
  expect(
    lines.flatMap(({ at, command }) => problemOf(command)?.replace(/^/, `${at} ${command}: `) ?? []),
  ).toEqual([]);
});
