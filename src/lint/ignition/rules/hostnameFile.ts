import type { Flaw } from '../flaw.ts';
import type { FileElement } from '../nodeFiles.ts';
import { textFlaw } from '../textFlaw.ts';

const label = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/** PL3210: an /etc/hostname that systemd ignores. Lines that begin with # are comments; hostname(5). */
export function hostnameFile({ path, texts, partlyUnknown }: FileElement): Flaw[] {
  const [source] = texts;
  if (path !== '/etc/hostname' || source === undefined || partlyUnknown) return [];
  const lines = source.text.split('\n');
  const index = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('#'));
  const name = lines[index]?.trim() ?? '';
  const reason = wrong(name);
  if (reason === undefined) return [];
  return [textFlaw('PL3210', source, { line: Math.max(0, index) + 1, column: 1 }, `/etc/hostname ${reason}`)];
}

function wrong(name: string): string | undefined {
  if (name === '') return 'is empty';
  if (name.length > 64) return `has ${name.length} characters, more than the 64 that Linux takes`;
  const bad = name.split('.').find((each) => !label.test(each));
  return bad === undefined ? undefined : `has ${JSON.stringify(name)}, which is not a host name`;
}
