import type { BuildHooks } from '../app/build/site.ts';
import { progressLine } from '../report/progress.ts';
import type { Context } from './context.ts';

/** Nothing is shown of work that is over sooner. */
const quietFor = 700;
const redrawEvery = 80;
/** Without a terminal, a line from time to time shows that it goes on. */
const lineEvery = 10_000;

/** Shows how far the nodes are: a line that is drawn again on a terminal, a line now and then elsewhere. */
export function nodeProgress({ stderr, colour, world }: Context): { hooks: BuildHooks; end: () => void } {
  const clock = world({ building: true });
  const started = clock.now();
  const terminal = stderr.isTTY === true;
  let drawn = started + (terminal ? quietFor : 0);
  let shown = false;
  const onNode = (done: number, total: number, current: string): void => {
    const now = clock.now();
    if (now - drawn < (terminal ? redrawEvery : lineEvery)) return;
    drawn = now;
    const line = progressLine(
      { work: 'building', done, total, current, milliseconds: now - started },
      stderr.columns || 100,
      colour && terminal,
    );
    stderr.write(terminal ? `\r\u001b[K${line}` : `${line}\n`);
    shown = terminal;
  };
  return { hooks: { onNode }, end: () => void (shown && stderr.write('\r\u001b[K')) };
}
