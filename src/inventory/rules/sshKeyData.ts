/**
 * What is wrong with a public key somewhere in a line: an authorized key with options, or a line of known_hosts. Its data begins with
 * its type once more (RFC 4253, section 6.6) and consists of fields with their lengths, so that a key that was cut short shows.
 * Undefined for a sound key, and for lines without one.
 */
export function keyDamage(line: string): string | undefined {
  const [, type = '', data = ''] =
    /(?:^|\s)((?:sk-)?(?:ssh|ecdsa)-[a-z0-9@.-]+)\s+([A-Za-z0-9+/]+={0,3})(?:\s|$)/.exec(line) ?? [];
  if (type === '') return undefined;
  const fields = fieldsOf(Buffer.from(data, 'base64'));
  if (fields === undefined) return 'its data is cut short';
  const inner = fields[0]?.toString('latin1') ?? '';
  return inner === type ? undefined : `it says ${type}, but its data is ${printable(inner)}`;
}

/** A key as a message names it. */
export function shortKey(key: string): string {
  return key.length <= 40 ? key : `${key.slice(0, 30)}…${key.slice(-8)}`;
}

function fieldsOf(bytes: Buffer): Buffer[] | undefined {
  const fields: Buffer[] = [];
  let offset = 0;
  while (offset < bytes.length) {
    if (offset + 4 > bytes.length) return undefined;
    const end = offset + 4 + bytes.readUInt32BE(offset);
    if (end > bytes.length) return undefined;
    fields.push(bytes.subarray(offset + 4, end));
    offset = end;
  }
  return fields.length < 2 ? undefined : fields;
}

function printable(type: string): string {
  return /^[a-z0-9@.-]{1,60}$/.test(type) ? `of the type ${type}` : 'of no known type';
}
