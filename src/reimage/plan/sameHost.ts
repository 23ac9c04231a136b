/** Whether two names mean one machine, be they short or fully qualified: K3s registers a node by either. */
export function sameHost(one: string, other: string): boolean {
  if (one === other) return true;
  if (one.includes('.') && other.includes('.')) return false;
  return one.split('.', 1)[0] === other.split('.', 1)[0];
}
