const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A time as OpenWrt's log and `date` write it, `Sun Nov 22 21:26:00 2026` or `Sun Nov 22 21:26:00 CET 2026`, in seconds. Of which zone does
 * not matter: only differences between two of them are looked at. Undefined for anything else.
 */
export function readLogTime(text: string): number | undefined {
  const [, month = '', day, hour, minute, second, year] =
    /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) +(\d{1,2}) (\d\d):(\d\d):(\d\d) (?:[A-Z0-9+-]+ )?(\d{4})$/.exec(
      text.trim(),
    ) ?? [];
  const index = months.indexOf(month);
  if (index < 0) return undefined;
  return Date.UTC(Number(year), index, Number(day), Number(hour), Number(minute), Number(second)) / 1000;
}
