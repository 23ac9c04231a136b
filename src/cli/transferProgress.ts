import { type Transfer, transferLine, transferLogLine } from '../report/transfer.ts';
import { TransferRate } from '../report/transferRate.ts';
import type { Context } from './context.ts';

const redrawEvery = 80;
/** Without a terminal, a line from time to time shows that it goes on. */
const lineEvery = 5_000;

/** Shows how far a deploy is. */
export interface TransferProgress {
  onEvent(event: Transfer): void;
  /** Takes away what is drawn, so that something else can be printed. */
  clear(): void;
}

/** Shows how far a deploy is: one line that is drawn again on a terminal, a line every some seconds elsewhere. */
export function transferProgress(context: Context): TransferProgress {
  return context.stderr.isTTY === true ? drawn(context) : logged(context);
}

function drawn({ stderr, colour, world }: Context): TransferProgress {
  const measure = rates();
  let at = Number.NEGATIVE_INFINITY;
  let stage = '';
  return {
    onEvent: (event) => {
      const now = world().now();
      const measured = measure(event, now);
      if (now - at < redrawEvery && event.stage === stage) return;
      at = now;
      stage = event.stage;
      stderr.write(`\r\u001b[K${transferLine(measured, stderr.columns || 100, colour)}`);
    },
    clear: () => {
      if (stage !== '') stderr.write('\r\u001b[K');
      stage = '';
    },
  };
}

function logged({ stderr, world }: Context): TransferProgress {
  const measure = rates();
  const isUnusual = unusualEvents();
  let at: number | undefined;
  return {
    onEvent: (event) => {
      const now = world().now();
      const measured = measure(event, now);
      const unusual = isUnusual(event);
      at ??= now;
      if (!unusual && now - at < lineEvery) return;
      at = now;
      stderr.write(`${transferLogLine(measured)}\n`);
    },
    clear: () => {},
  };
}

/** Puts the rate of each stage to its events. */
function rates(): (event: Transfer, now: number) => Transfer {
  let stage = '';
  let rate = new TransferRate();
  return (event, now) => {
    if (event.stage !== stage) rate = new TransferRate();
    stage = event.stage;
    return event.bytes === undefined ? event : { ...event, rate: rate.note(event.bytes.done, now) };
  };
}

/** Tells what somebody who reads a log should know at once: a wait for a lock, one that was taken over, a broken connection. */
function unusualEvents(): (event: Transfer) => boolean {
  const seen = new Set<string>();
  return ({ stage, subject }) => {
    const unusual = (stage === 'lock' || stage === 'connect') && seen.size > 0 && !seen.has(subject);
    if (unusual || stage === 'read' || stage === 'connect') seen.add(subject);
    return unusual;
  };
}
