/** A URI in the parts that iPXE tells apart. Parts stay percent-encoded. */
interface Uri {
  readonly scheme?: string;
  /** `user:password@host:port`, where there is one. */
  readonly authority?: string;
  /** What follows `scheme:` when it is no path. */
  readonly opaque?: string;
  readonly path?: string;
  readonly query?: string;
}

/** Takes a URI apart as iPXE's `parse_uri` does. Fragments and `##params` are dropped: they never reach the server. */
function parseUri(text: string): Uri {
  const raw = text.split('#', 1)[0] ?? '';
  const scheme = /^([A-Za-z_-]*):/.exec(raw)?.[1];
  const rest = scheme === undefined ? raw : raw.slice(scheme.length + 1);
  if (scheme !== undefined && !rest.startsWith('/')) return { scheme, opaque: rest };
  const mark = rest.indexOf('?');
  const hierarchical = mark < 0 ? rest : rest.slice(0, mark);
  const query = mark < 0 ? {} : { query: rest.slice(mark + 1) };
  if (scheme === undefined || !hierarchical.startsWith('//')) {
    return {
      ...(scheme === undefined ? {} : { scheme }),
      ...(hierarchical === '' ? {} : { path: hierarchical }),
      ...query,
    };
  }
  const slash = hierarchical.indexOf('/', 2);
  return {
    scheme,
    authority: slash < 0 ? hierarchical.slice(2) : hierarchical.slice(2, slash),
    ...(slash < 0 ? {} : { path: hierarchical.slice(slash) }),
    ...query,
  };
}

function formatUri(uri: Uri): string {
  const scheme = uri.scheme === undefined ? '' : `${uri.scheme}:`;
  const authority = uri.authority === undefined ? '' : `//${uri.authority}`;
  const query = uri.query === undefined ? '' : `?${uri.query}`;
  return `${scheme}${uri.opaque ?? ''}${authority}${uri.path ?? ''}${query}`;
}

/**
 * Resolves a URI against the working URI, the URL of the running script, as iPXE's `resolve_uri` does: `.` and `..`
 * count only at the head of a relative path.
 */
export function resolveUri(base: string | undefined, relative: string): string {
  const to = parseUri(relative);
  if (to.scheme !== undefined || base === undefined) return formatUri(to);
  const from = parseUri(base);
  if (to.path === undefined) return formatUri(to.query === undefined ? from : { ...from, query: to.query });
  const { query: _query, ...rest } = from;
  return formatUri({
    ...rest,
    path: resolvePath(from.path ?? '/', to.path),
    ...(to.query === undefined ? {} : { query: to.query }),
  });
}

function resolvePath(base: string, relative: string): string {
  if (relative.startsWith('/')) return relative;
  let folder = folderOf(base);
  let rest = relative;
  for (;;) {
    const head = /^(\.\.?)(?:\/|$)/.exec(rest);
    if (head === null) break;
    if (head[1] === '..') folder = folderOf(folder);
    rest = rest.slice(head[0].length);
  }
  return `${folder}${folder.endsWith('/') ? '' : '/'}${rest}`;
}

/** `dirname`: what stands before the last slash, `/` at the root. */
function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  if (slash < 0) return '.';
  return slash === 0 ? '/' : path.slice(0, slash);
}

/** The name that an image gets from its URI: the last part of the decoded path, without the query. */
export function imageNameOf(uri: string): string | undefined {
  const { path, opaque } = parseUri(uri);
  const text = path ?? opaque;
  if (text === undefined) return undefined;
  return decodePercent(text).split('/').at(-1);
}

/** Decodes `%41`; what is no valid escape stays, and bytes that are not UTF-8 become U+FFFD. */
function decodePercent(text: string): string {
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) =>
    new TextDecoder().decode(Uint8Array.from(run.slice(1).split('%'), (pair) => Number.parseInt(pair, 16))),
  );
}

/** Encodes a text as the type `uristring` does: everything that has a meaning in a URI, and what is not printable ASCII. */
export function encodeUriString(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) =>
    byte <= 0x20 || byte >= 0x7f || '%/#:@?=&+'.includes(String.fromCharCode(byte))
      ? `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
      : String.fromCharCode(byte),
  ).join('');
}

/** Decodes what {@link encodeUriString} made, into bytes. */
export function decodeUriString(text: string): Uint8Array {
  return new TextEncoder().encode(decodePercent(text));
}
