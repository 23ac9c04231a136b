/** The last second that a date can be made of. */
const latest = 8.64e12;

/** `2026-07-14 09:30:05 UTC`, from seconds since 1970. A number that is no time of ours, as a storage may hold, is said to be none. */
export function moment(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds < 0 || seconds > latest) return 'an unknown time';
  return `${new Date(seconds * 1000).toISOString().slice(0, -5).replace('T', ' ')} UTC`;
}
