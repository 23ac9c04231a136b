const longest = 63;

/** Whether a text can be the name of a node: of its file, and its host name. */
export function isNodeName(text: string): boolean {
  return text.length <= longest && /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(text);
}

/**
 * A name for a node that is as near to what somebody called it as a host name may be: `Node_01.lab` is `node-01`. Undefined where nothing
 * is left of it.
 */
export function nodeName(text: string): string | undefined {
  const [label = ''] = text.trim().toLowerCase().split('.', 1);
  const name = label
    .replace(/[^a-z0-9-]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
  return isNodeName(name) ? name : undefined;
}

/** A finder of names that nobody has yet: `node`, then `node-2`. */
export function nameFinder(taken: Iterable<string>): (wanted: string) => string {
  const known = new Set(taken);
  return (wanted) => {
    let name = wanted;
    for (let number = 2; known.has(name); number++) {
      const end = `-${number}`;
      name = `${wanted.slice(0, longest - end.length)}${end}`;
    }
    known.add(name);
    return name;
  };
}
