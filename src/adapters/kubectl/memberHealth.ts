/**
 * The client URLs of members that work, from what the script `health` printed: a line for each, with its URL and what it answered. A learner
 * answers that it does not read for others, and so it works.
 */
export function readMemberHealth(text: string): ReadonlySet<string> {
  const lines = text.split('\n').map((line) => /^(\S+) (.*)$/.exec(line));
  return new Set(lines.flatMap((line) => (line !== null && works(line[2] ?? '') ? [line[1] ?? ''] : [])));
}

function works(said: string): boolean {
  return said.includes('grpc-status: 0') || said.includes('rpc not supported for learner');
}
