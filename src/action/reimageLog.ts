import type { ReimageHooks } from '../app/reimage/options.ts';
import { newsLine } from '../report/reimageLive.ts';
import { reimagePlanText } from '../report/reimagePlan.ts';
import type { ReimageOutcome, ReimageReport, ReimageStep } from '../report/reimageReport.ts';
import { printReport } from './log.ts';
import type { ToldWord } from './result.ts';

/** What is known of a reimage while it runs, and when it broke. */
export interface ReimageLog {
  readonly hooks: Required<Pick<ReimageHooks, 'onPlan' | 'onProgress' | 'onWord'>>;
  /** The plan, and how far it came; undefined while there is none. */
  soFar(): ReimageReport | undefined;
  readonly told: readonly ToldWord[];
}

/**
 * Tells the log how far a reimage is: a line for each thing that happened.
 *
 * @param onChange told when there is a plan, and whenever a node is somewhere else
 */
export function reimageLog(now: () => number, onChange: (soFar: ReimageReport) => void): ReimageLog {
  const began = now();
  const steps: ReimageStep[] = [];
  const told: ToldWord[] = [];
  let report: ReimageReport | undefined;
  const change = (outcome: ReimageOutcome | undefined): void => {
    if (report === undefined) return;
    report = { ...report, outcome };
    onChange(report);
  };
  return {
    soFar: () => report,
    told,
    hooks: {
      onPlan: (planned) => {
        report = planned;
        printReport(reimagePlanText(planned, true));
        onChange(planned);
      },
      onWord: (message) => printReport(message),
      onProgress: (news) => {
        const line = newsLine(news);
        if (line !== undefined) printReport(line);
        if (news.kind === 'ended') steps.push(news);
        const seconds = (now() - began) / 1000;
        if (news.kind === 'told') told.push({ ...news, seconds });
        if (news.kind !== 'run') return;
        const { id, phase, nodes } = news.run;
        change({ id, phase, nodes, timeLine: [...steps], left: [], warnings: [], seconds });
      },
    },
  };
}
