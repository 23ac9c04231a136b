/** Methods of rpcd's object `uci` that stage something. */
const staging: ReadonlySet<unknown> = new Set(['add', 'set', 'delete', 'order', 'rename']);

/**
 * Calls as the script reads them: `<method> <message>` a line, each message an object of JSON that is not empty. Throws an Error, which is a
 * mistake in Pilotlight, for a call that is none.
 *
 * @param calls one JSON object a line: `{"method":"set","message":{…}}`
 */
export function callLines(calls: string): string {
  return calls
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { method, message } = JSON.parse(line) as { method: unknown; message: object };
      const text = JSON.stringify(message);
      if (!staging.has(method) || !/^\{"/.test(text)) throw new Error(`no call of rpcd: ${line}`);
      return `${method} ${text}\n`;
    })
    .join('');
}
