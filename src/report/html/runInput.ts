import type { JournalEntry } from '../../deploy/plan/state.ts';
import type { Step } from '../../reimage/steps/step.ts';
import type { Cause } from '../../reimage/watch/cause.ts';
import type { TimeLineRow } from '../../reimage/watch/timeLine.ts';
import type { ReimageReport } from '../reimageReport.ts';
import type { ReportOrigin } from './origin.ts';

/** What the report of a reimage is made from. */
export interface RunReportInput {
  /** The plan, and how far it came: with an outcome whose `seconds` are 0 where nobody measured. */
  readonly report: ReimageReport;
  /** Seconds that each step of a node usually takes, by host name: what `usualSeconds` answers. */
  readonly usual?: ReadonlyMap<string, Readonly<Partial<Record<Step, number>>>>;
  /** What the router saw of nodes since they were restarted, by host name. */
  readonly seen?: ReadonlyMap<string, SeenOfNode>;
  /** What was told while it ran, the oldest first. */
  readonly told?: readonly ToldMessage[];
  /** What the storage's journal says of this run, the oldest first. */
  readonly journal?: readonly JournalEntry[];
  readonly origin: ReportOrigin;
}

/** What the router saw of a node. */
export interface SeenOfNode {
  readonly rows: readonly TimeLineRow[];
  /** Why it does not go on; undefined where it did, or where nothing tells. */
  readonly cause: Cause | undefined;
}

/** Something that a step of a node told. */
export interface ToldMessage {
  readonly hostname: string;
  readonly step: Step | undefined;
  readonly message: string;
  /** Since the run began. */
  readonly seconds: number;
}
