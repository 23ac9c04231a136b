import type { ToldMessage } from '../report/html/runInput.ts';
import type { ReimageNews } from '../report/reimageLive.ts';

/** Messages that a report has room for: a node that says the same again and again says nothing new. */
const most = 5000;

/** Keeps what is told while a reimage runs, with the time at which it was told. */
export function reimageNotes(now: () => number): {
  readonly told: readonly ToldMessage[];
  onProgress(news: ReimageNews): void;
} {
  const told: ToldMessage[] = [];
  const began = now();
  return {
    told,
    onProgress: (news) => {
      if (news.kind !== 'told' || told.length >= most) return;
      const { hostname, step, message } = news;
      told.push({ hostname, step, message, seconds: (now() - began) / 1000 });
    },
  };
}
