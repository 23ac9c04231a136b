import { heard, type Live, liveLines, newsLine, type ReimageNews } from '../report/reimageLive.ts';
import type { Context } from './context.ts';

const redrawEvery = 120;

/** Shows how far a reimage is. */
export interface ReimageView {
  onProgress(news: ReimageNews): void;
  /** Takes away what is drawn, so that something else can be printed; nothing is drawn from then on. */
  end(): void;
}

/** A line a node, drawn again and again, on a terminal; a line for each thing that happened elsewhere. */
export function reimageProgress(context: Context): ReimageView {
  return context.stderr.isTTY === true ? drawn(context) : logged(context);
}

function drawn({ stderr, colour, world }: Context): ReimageView {
  let live: Live = [];
  let lines = 0;
  const clear = (): void => {
    if (lines > 0) stderr.write(`\u001b[${lines}A\u001b[J`);
    lines = 0;
  };
  const draw = (): void => {
    const now = world().now();
    const next = liveLines(live, now, stderr.columns || 100, colour);
    clear();
    stderr.write(next.map((line) => `${line}\n`).join(''));
    lines = next.length;
  };
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    onProgress: (news) => {
      live = heard(live, news, world().now());
      timer ??= setInterval(draw, redrawEvery);
      draw();
    },
    end: () => {
      clearInterval(timer);
      clear();
    },
  };
}

function logged({ stderr }: Context): ReimageView {
  return {
    onProgress: (news) => {
      const line = newsLine(news);
      if (line !== undefined) stderr.write(`${line}\n`);
    },
    end: () => {},
  };
}
