/** Sections of a NetworkManager keyfile, in order: a text, or a list. Undefined values and empty sections are left out. */
export type Keyfile = Readonly<Record<string, Readonly<Record<string, KeyfileValue | undefined>>>>;
export type KeyfileValue = string | number | boolean | readonly string[];

/** The text of a keyfile. Keys and section names are our own or were checked with {@link isKeyfileKey}. */
export function keyfileText(sections: Keyfile): string {
  const parts: string[] = [];
  for (const [section, values] of Object.entries(sections)) {
    const lines = Object.entries(values).flatMap(([key, value]) =>
      value === undefined || isEmptyList(value) ? [] : [`${key}=${keyfileValue(value)}\n`],
    );
    if (lines.length > 0) parts.push(`[${section}]\n${lines.join('')}`);
  }
  return parts.join('\n');
}

function isEmptyList(value: KeyfileValue): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** Whether a text can be a key of a keyfile: what the options of a bond are written as. */
export function isKeyfileKey(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(text);
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * A value as GLib's key files escape it: backslash, line ends and tabs everywhere, a space where it would be trimmed;
 * in lists also the separator. The only place that quotes for keyfiles. NUL, which they cannot hold, is left out.
 */
export function keyfileValue(value: KeyfileValue): string {
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'object')
    return value.map((each) => `${escapeText(each).replaceAll(';', '\\;')};`).join('');
  return String(value);
}

function escapeText(text: string): string {
  return text
    .replaceAll('\0', '')
    .replace(/[\\\n\r\t]/g, (each) => escapes[each] ?? each)
    .replace(/^ +| +$/g, (spaces) => '\\s'.repeat(spaces.length));
}
