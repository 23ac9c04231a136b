import type { Finding } from '../../shared/finding.ts';
import { setting } from '../resolve/layer.ts';
import { at, items, text } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { report } from './report.ts';

/** A way to switch a machine on must be able to. What each method needs beside that, the schema asks for. */
export function* power({ layers }: RuleContext): Generator<Finding> {
  for (const layer of layers)
    for (const entry of items(setting(layer, 'power'))) {
      const method = text(at(entry, 'method'));
      if (method !== 'http' && method !== 'command') continue;
      if (at(entry, 'on').value !== undefined || at(entry, 'cycle').value !== undefined) continue;
      yield report('PL1293', entry, `power method ${method} has neither on nor cycle`, {
        hint: 'a machine that is off must come on to be installed: say how',
      });
    }
}
