import type { Step } from '../steps/step.ts';

/** How long a step took in an earlier run. */
export interface StepTime {
  readonly hostname: string;
  readonly step: Step;
  readonly seconds: number;
  /** Why it failed: what was waited for in vain is no measure. */
  readonly problem?: string | undefined;
}

/** Runs of a node that count: its disk and its network are not for ever what they were. */
const newest = 20;

/**
 * How long each step of a node usually takes: the median of what it took itself, or of what other nodes took where it has done none. A step
 * that nobody has done yet is missing.
 * @param history the oldest first
 */
export function usualSeconds(
  history: readonly StepTime[],
  hostname: string,
): Readonly<Partial<Record<Step, number>>> {
  const own = new Map<Step, number[]>();
  const others = new Map<Step, number[]>();
  for (const time of history) {
    if (time.problem !== undefined || !(time.seconds >= 0) || !Number.isFinite(time.seconds)) continue;
    const group = time.hostname === hostname ? own : others;
    const times = group.get(time.step);
    if (times === undefined) group.set(time.step, [time.seconds]);
    else times.push(time.seconds);
  }
  const all = new Map([...others, ...own]);
  return Object.fromEntries([...all].map(([step, times]) => [step, median(times.slice(-newest))]));
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((one, other) => one - other);
  const half = sorted.length / 2;
  const [low = 0, high = low] = Number.isInteger(half)
    ? sorted.slice(half - 1, half + 1)
    : sorted.slice(Math.floor(half));
  return Number.isInteger(half) ? (low + high) / 2 : low;
}
