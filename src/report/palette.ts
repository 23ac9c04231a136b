import picocolors from 'picocolors';

/** The colours of a report, by meaning. Without colour each answers its text as it is. */
export interface Palette {
  readonly error: Paint;
  readonly warning: Paint;
  readonly good: Paint;
  readonly added: Paint;
  readonly removed: Paint;
  readonly hunk: Paint;
  readonly strong: Paint;
  readonly faint: Paint;
}

type Paint = (text: string) => string;

/** The palette for a terminal with or without colour. Whether there is colour is the front door's question. */
export function palette(colour: boolean): Palette {
  const colours = picocolors.createColors(colour);
  return {
    error: (text) => colours.red(text),
    warning: (text) => colours.yellow(text),
    good: (text) => colours.green(text),
    added: (text) => colours.green(text),
    removed: (text) => colours.red(text),
    hunk: (text) => colours.cyan(text),
    strong: (text) => colours.bold(text),
    faint: (text) => colours.dim(text),
  };
}
