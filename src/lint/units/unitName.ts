/** What names of units end in; systemd.unit(5). */
export const unitSuffix = /\.(service|socket|target|timer|path|mount|automount|swap|device|slice|scope)$/;

/** The template of an instance: `getty@.service` of `getty@tty1.service`; undefined for other units. */
export function templateOf(name: string): string | undefined {
  const match = /^([^@]+@).+(\.[a-z]+)$/.exec(name);
  return match === null ? undefined : `${match[1]}${match[2]}`;
}

/** The mount unit of a path, escaped as systemd-escape(1) does: `/var/lib/a-b` is `var-lib-a\x2db.mount`. */
export function mountUnitName(path: string): string {
  const trimmed = path.replace(/\/+/g, '/').replace(/^\/|\/$/g, '');
  if (trimmed === '') return '-.mount';
  const escaped = [...Buffer.from(trimmed)].map((byte, index) => {
    const character = String.fromCharCode(byte);
    if (character === '/') return '-';
    return /[A-Za-z0-9:_.]/.test(character) && !(index === 0 && character === '.')
      ? character
      : `\\x${byte.toString(16).padStart(2, '0')}`;
  });
  return `${escaped.join('')}.mount`;
}
