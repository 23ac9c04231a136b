import { didYouMean } from '../../shared/nearest.ts';

/** How often one run may search: a file full of unknown words must not make it quadratic. */
const searches = 50;

/** Answers a function that says what somebody probably meant: `did you mean lenovo1?`. Undefined when no name is near. */
export function suggester(names: readonly string[]): (word: string) => string | undefined {
  let left = searches;
  return (word) => {
    if (left-- <= 0) return undefined;
    return didYouMean(word, names);
  };
}
