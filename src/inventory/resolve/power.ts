import type { PowerMethod } from '../model/node.ts';
import type { Layers } from './layer.ts';
import { builtIn, fromFile, type Note } from './note.ts';
import { pick } from './pick.ts';
import { at, isMap, items, text } from './written.ts';

const methods: readonly PowerMethod['method'][] = [
  'ssh',
  'wol',
  'redfish',
  'ipmi',
  'amt',
  'http',
  'command',
  'manual',
];

/** Ways to switch a machine on and off, tried in order. A more specific list replaces the others. */
export function resolvePower(layers: Layers, note: Note): readonly PowerMethod[] {
  const written = pick(layers, ['power']);
  note(['power'], written === undefined ? builtIn : fromFile(written));
  if (written === undefined) return [];
  return items(written).flatMap((entry) => {
    const name = text(at(entry, 'method'));
    const method = methods.find((each) => each === name);
    if (method === undefined || !isMap(entry.value)) return [];
    const settings = Object.fromEntries(Object.entries(entry.value).filter(([key]) => key !== 'method'));
    return [{ method, settings }];
  });
}
