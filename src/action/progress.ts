import type { DeployHooks } from '../app/deploy.ts';
import { transferLogLine } from '../report/transfer.ts';
import { TransferRate } from '../report/transferRate.ts';
import { printReport } from './log.ts';

type OnEvent = NonNullable<DeployHooks['onEvent']>;

/** Between two lines that say how far an upload is. */
const everyMilliseconds = 10_000;

/** Tells the log how far a deploy is: a line for each stage, and one every some seconds while bytes go. */
export function progressLog(now: () => number): OnEvent {
  const rate = new TransferRate();
  let stage = '';
  let last = Number.NEGATIVE_INFINITY;
  return (event) => {
    const at = now();
    const measured = event.bytes === undefined ? undefined : rate.note(event.bytes.done, at);
    const fresh = event.bytes === undefined ? `${event.stage} ${event.subject}` : event.stage;
    if (fresh === stage && at - last < everyMilliseconds) return;
    stage = fresh;
    last = at;
    printReport(transferLogLine({ ...event, rate: measured }));
  };
}
