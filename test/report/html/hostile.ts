/** Texts that try to be more than text in a page. */
export const attacks: readonly string[] = [
  '</script><script>globalThis.hit=1</script>',
  '<img src=x onerror="globalThis.hit=1">',
  '" onmouseover="globalThis.hit=1" autofocus onfocus="globalThis.hit=1" x="',
  "' onclick='globalThis.hit=1' x='",
  '</style><svg onload="globalThis.hit=1">',
  '</title></textarea><iframe src="http://evil.invalid/frame"></iframe>',
  '-->]]><a href="javascript:globalThis.hit=1">x</a>',
  'url(http://evil.invalid/css);@import "http://evil.invalid/import"',
  '&lt;b&gt;&#x3c;b&#x3e;${hit}`{{hit}}',
  '\u202egnp.exe\u202c\u2066x\u200b\ufeff\u0000\u001b[31m\u2028',
  '\ue000\uf8ff@@pilotlight:secret:K3S_TOKEN:1@@',
  'x'.repeat(50_000),
];

/** A value with every text in it made hostile, but those that are words of ours. */
export function poisoned<T>(value: T, isOurs: (text: string, key: string) => boolean): T {
  let turn = 0;
  const poison = (each: unknown, key: string): unknown => {
    if (typeof each === 'string') {
      if (isOurs(each, key)) return each;
      turn += 1;
      return `${each}${attacks[turn % attacks.length]}`;
    }
    if (typeof each === 'function' || each === null || typeof each !== 'object') return each;
    if (each instanceof Map) return new Map([...each].map(([name, of]) => [name, poison(of, String(name))]));
    if (Array.isArray(each)) return each.map((element) => poison(element, key));
    return Object.fromEntries(Object.entries(each).map(([name, of]) => [name, poison(of, name)]));
  };
  return poison(value, '') as T;
}
