import type { Pointer } from '../model/provenance.ts';
import { type Layers, setting } from './layer.ts';
import { builtIn, fromFile, type Note } from './note.ts';
import { entriesOf, items, text, texts, type Written } from './written.ts';

/** A setting's path in a layer: `['installer', 'mode']`. */
export type SettingPath = readonly [string, ...Pointer];

/** What the most specific layer that has the setting says, or undefined when none has it. Null is the same as absent. */
export function pick(layers: Layers, path: SettingPath): Written | undefined {
  for (let index = layers.length - 1; index >= 0; index--) {
    const layer = layers[index];
    if (layer === undefined) continue;
    const written = setting(layer, ...path);
    if (written.value !== undefined && written.value !== null) return written;
  }
  return undefined;
}

/** A setting that is one of a few words. */
export function pickOne<const T extends string>(
  layers: Layers,
  path: SettingPath,
  words: readonly T[],
  fallback: T,
  note: Note,
): T {
  return picked(layers, path, fallback, note, (written) => words.find((word) => word === written.value));
}

/** A setting that is a text. */
export function pickText(layers: Layers, path: SettingPath, fallback: string, note: Note): string {
  return picked(layers, path, fallback, note, text);
}

/** A setting that is a text and has no default. */
export function pickOptionalText(layers: Layers, path: SettingPath, note: Note): string | undefined {
  return pickOptional(layers, path, note, text);
}

/** A setting that is a number and has no default. */
export function pickOptionalNumber(layers: Layers, path: SettingPath, note: Note): number | undefined {
  return pickOptional(layers, path, note, ({ value }) => (typeof value === 'number' ? value : undefined));
}

/** A setting that is true or false. */
export function pickBoolean(layers: Layers, path: SettingPath, fallback: boolean, note: Note): boolean {
  return picked(layers, path, fallback, note, ({ value }) =>
    typeof value === 'boolean' ? value : undefined,
  );
}

/** A list of texts that a more specific layer replaces. */
export function pickTexts(
  layers: Layers,
  path: SettingPath,
  fallback: readonly string[],
  note: Note,
): readonly string[] {
  return picked(layers, path, fallback, note, texts);
}

/** The elements of lists that layers append to, least specific first. */
export function appended(layers: Layers, path: SettingPath): Written[] {
  return layers.flatMap((layer) => items(setting(layer, ...path)));
}

/** The entries of maps that layers merge by key; a more specific layer's value wins, the key keeps its place. */
export function mergedEntries(layers: Layers, path: SettingPath): Map<string, Written> {
  const merged = new Map<string, Written>();
  for (const layer of layers)
    for (const [key, written] of entriesOf(setting(layer, ...path))) merged.set(key, written);
  return merged;
}

function pickOptional<T>(
  layers: Layers,
  path: SettingPath,
  note: Note,
  read: (written: Written) => T | undefined,
): T | undefined {
  const written = pick(layers, path);
  const value = written && read(written);
  if (written !== undefined && value !== undefined) note(path, fromFile(written));
  return value;
}

function picked<T>(
  layers: Layers,
  path: SettingPath,
  fallback: T,
  note: Note,
  read: (written: Written) => T | undefined,
): T {
  const value = pickOptional(layers, path, note, read);
  if (value !== undefined) return value;
  note(path, builtIn);
  return fallback;
}
