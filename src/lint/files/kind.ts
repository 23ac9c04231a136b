import { unitSuffix } from '../units/unitName.ts';

/** What a hand-written file is. */
export type FileKind = 'ipxe' | 'butane' | 'ignition' | 'unit' | 'script' | 'manifest';

const byExtension: Readonly<Record<string, FileKind>> = {
  ipxe: 'ipxe',
  bu: 'butane',
  butane: 'butane',
  fcc: 'butane',
  ign: 'ignition',
  sh: 'script',
  bash: 'script',
};

/** What a file is, by its name, or else by its beginning; undefined when lint has no rules for it. */
export function kindOf(file: string, text: string): FileKind | undefined {
  const extension = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  const known = Object.hasOwn(byExtension, extension) ? byExtension[extension] : undefined;
  return known ?? (unitSuffix.test(file) ? 'unit' : byBeginning(text));
}

function byBeginning(text: string): FileKind | undefined {
  if (/^#!(?:ipxe|gpxe)\s/.test(text)) return 'ipxe';
  if (text.startsWith('#!')) return 'script';
  if (/^variant:/m.test(text)) return 'butane';
  if (/^apiVersion:/m.test(text) && /^kind:/m.test(text)) return 'manifest';
  if (/^\s*\{/.test(text) && /"ignition"\s*:/.test(text)) return 'ignition';
  return undefined;
}
