import { getInput } from '@actions/core';

/** Reads an input that is `true` or `false`, which it is by default where that is not said. */
export type Flag = (name: string, byDefault?: boolean) => boolean;

/** What reads flags, and notes those that are neither. */
export function flagReader(problems: string[]): Flag {
  return (name, byDefault = false) => {
    const text = getInput(name).toLowerCase() || String(byDefault);
    if (text !== 'true' && text !== 'false') problems.push(`\`${name}\` is \`true\` or \`false\``);
    return text === 'true';
  };
}
