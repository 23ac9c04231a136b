/** What there is to say of a change that nobody confirmed: `<number> <method> <seconds left>`, the last `-` where the router was started anew since. */
export function pendingWords(fact: string | undefined): string | undefined {
  if (fact === undefined) return undefined;
  const [, , left = ''] = fact.split(' ');
  if (left === '-') {
    return 'an earlier change of the configuration was never confirmed, and the router was started anew before it could take it back';
  }
  if (Number(left) < 0) return 'an earlier change of the configuration was never confirmed, nor taken back';
  return `another change of the configuration is not confirmed yet (the router takes it back within ${left} s)`;
}
