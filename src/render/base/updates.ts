import type { Updates } from '../../inventory/model/node.ts';
import type { ButaneFile } from '../butane/config.ts';
import { inlineFile } from './file.ts';
import { tomlString, tomlStrings } from './toml.ts';

/** When Zincati may reboot the node into a new release of Fedora CoreOS. Times are UTC. */
export function updatesFile(updates: Updates): ButaneFile {
  return inlineFile('/etc/zincati/config.d/55-updates-strategy.toml', 0o644, updatesText(updates));
}

function updatesText({ strategy, windows }: Updates): string {
  if (strategy === 'off') return '[updates]\nenabled = false\n';
  if (strategy === 'immediate') return '[updates]\nstrategy = "immediate"\n';
  const tables = windows.map(
    ({ days, start, lengthMinutes }) =>
      `\n[[updates.periodic.window]]\ndays = ${tomlStrings(days)}\nstart_time = ${tomlString(start)}\nlength_minutes = ${lengthMinutes}\n`,
  );
  return `[updates]\nstrategy = "periodic"\n${tables.join('')}`;
}
