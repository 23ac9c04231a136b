import type { Interview } from '../app/init/interview.ts';
import { visibleLines } from '../report/visible.ts';
import { Failure } from '../shared/failure.ts';
import type { Context } from './context.ts';

/** Asks at the terminal. The library is loaded when the first question is asked: no other command pays for it. */
export function terminalInterview({ stderr }: Context): Interview {
  const context = { output: process.stderr };
  const load = () => import('@inquirer/prompts');
  return {
    input: ({ message, default: usual, check }) =>
      asked(async () =>
        (await load()).input(
          {
            message,
            ...(usual === undefined ? {} : { default: usual }),
            ...(check === undefined ? {} : { validate: check }),
          },
          context,
        ),
      ),
    confirm: (question) => asked(async () => (await load()).confirm(question, context)),
    select: ({ message, choices }) =>
      asked(async () => (await load()).select({ message, choices: shown(choices), pageSize: 15 }, context)),
    checkbox: ({ message, choices, checked }) =>
      asked(async () =>
        (await load()).checkbox(
          { message, choices: shown(choices).map((each) => ({ ...each, checked })), pageSize: 15 },
          context,
        ),
      ),
    say: (text) => void stderr.write(`${visibleLines(text)}\n`),
  };
}

/** Names may come from other machines, and are only ever text. */
function shown<T>(
  choices: readonly { readonly name: string; readonly value: T }[],
): { name: string; value: T }[] {
  return choices.map(({ name, value }) => ({ name: visibleLines(name), value }));
}

/** Ctrl-C at a question, and the end of the input, stop everything: nothing was written yet. */
async function asked<T>(question: () => Promise<T>): Promise<T> {
  try {
    return await question();
  } catch (error) {
    if ((error as Error).name !== 'ExitPromptError') throw error;
    throw new Failure('world', 'stopped: nothing was written', { next: 'pilotlight init begins again' });
  }
}
