import type { UciPackage, UciSection, UciValue } from '../uci/section.ts';

/** An option that is one text; undefined where it is not there or is a list. */
export function textOf(section: UciSection, option: string): string | undefined {
  const value = section.options.get(option);
  return typeof value === 'string' ? value : undefined;
}

/** An option as a list: that of a list, or the words of a text, as the shell scripts of OpenWrt take it. */
export function wordsOf(section: UciSection, option: string): readonly string[] {
  return words(section.options.get(option));
}

/** Whether an option says yes, as the shell scripts of OpenWrt read it. */
export function isOn(section: UciSection, option: string, otherwise: boolean): boolean {
  const value = textOf(section, option)?.toLowerCase();
  if (value === undefined) return otherwise;
  if (['1', 'on', 'true', 'yes', 'enabled'].includes(value)) return true;
  return ['0', 'off', 'false', 'no', 'disabled'].includes(value) ? false : otherwise;
}

/** The sections of a package; none where it is not there. */
export function sectionsOf(configuration: readonly UciPackage[], name: string): readonly UciSection[] {
  return configuration.find((each) => each.name === name)?.sections ?? [];
}

function words(value: UciValue | undefined): readonly string[] {
  if (value === undefined) return [];
  return (typeof value === 'string' ? [value] : value).flatMap((each) => each.split(/\s+/)).filter(Boolean);
}
