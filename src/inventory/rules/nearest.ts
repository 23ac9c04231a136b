import { distance } from 'fastest-levenshtein';

/** How often one run may search: a file full of unknown words must not make it quadratic. */
const searches = 50;

/**
 * Answers a function that finds what somebody probably meant: `did you mean lenovo1?`. A word that is too far from all
 * others gets no suggestion.
 */
export function didYouMean(candidates: readonly string[]): (word: string) => string | undefined {
  let left = searches;
  return (word) => {
    if (left-- <= 0 || word.length > 100) return undefined;
    const best = nearest(word, candidates);
    return best === undefined ? undefined : `did you mean ${best}?`;
  };
}

function nearest(word: string, candidates: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const far = distance(word.toLowerCase(), candidate.toLowerCase());
    if (far < bestDistance) [best, bestDistance] = [candidate, far];
  }
  return best;
}
