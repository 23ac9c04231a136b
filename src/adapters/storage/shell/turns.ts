let last = 0;

/**
 * A number for a command of this program, higher than that of each one before. A command that reaches the other side late, on a connection
 * that was given up, is known by it. It follows the clock, so that the step that cleans up after a program has higher ones too. Even and odd numbers
 * take turns: see scripts/session.sh.
 */
export function nextTurn(): number {
  const now = Date.now();
  last = now > last ? now + ((now - last + 1) % 2) : last + 1;
  return last;
}
