import { setSecret } from '@actions/core';

/** Shorter lines cannot be told from other text. */
const shortestSecret = 4;

/**
 * Tells the runner to hide a text, line by line, because it hides one of several lines only as a whole. Lines such as
 * `-----BEGIN OPENSSH PRIVATE KEY-----` are no secret.
 */
export function hide(text: string): void {
  for (const line of text.split(/\r?\n/).map((each) => each.trim()))
    if (line.length >= shortestSecret && !line.startsWith('-----')) setSecret(line);
}
