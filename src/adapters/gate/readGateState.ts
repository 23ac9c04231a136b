import type { GateState } from '../../ports/gate.ts';

/** What the script that tells the state printed; undefined where that ends too early. */
export function readGateState(text: string): GateState | undefined {
  const lists = { event: [] as string[], seen: [] as string[], key: [] as string[] };
  const told = { uptime: '', boot: '', armed: [] as string[], ...lists };
  const lines = text.replaceAll(/[^\n\x20-\x7e]/g, '?').split('\n');
  if (lines.at(-2) !== 'end') return undefined;
  for (const line of lines.slice(0, -2)) {
    const [, word = '', rest = ''] = /^(\S+) ?(.*)$/.exec(line) ?? [];
    if (word === 'armed') told.armed.push('');
    else if (word === '+') told.armed.push(`${told.armed.pop() ?? ''}${rest}\n`);
    else if (word === 'event' || word === 'seen' || word === 'key') told[word].push(rest);
    else if (word === 'uptime' || word === 'boot') told[word] = rest;
  }
  const uptime = Number(told.uptime);
  if (told.uptime === '' || !Number.isFinite(uptime)) return undefined;
  return {
    uptime,
    bootId: told.boot,
    armed: told.armed,
    events: told.event.slice(-longestList),
    discovered: told.seen,
    hostKeys: told.key,
  };
}

/** Events that are kept for sure. */
const longestList = 500;
