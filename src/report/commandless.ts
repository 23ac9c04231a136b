/**
 * A text that a runner of GitHub Actions reads as text: it takes `::…::` at the beginning of a line, blanks before it or not, and `##[…]`
 * anywhere in one for its commands, whoever printed them. One character of either becomes its code point, as in `visible`.
 */
export function commandless(text: string): string {
  return text.replaceAll('##[', '##<U+005B>').replace(/^([^\S\n\r]*:):(?=[^\n\r]*::)/gm, '$1<U+003A>');
}
