import { Document, isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap, YAMLSeq } from 'yaml';
import { coreosKey, coreosParts, ipxeKey, k3sKey, k3sParts, type LockContent, sortLock } from './content.ts';

const header = ' Written by pilotlight images lock.';

/**
 * The text of images.lock.yaml. Comments of the present one stay where they are, also when an entry gets another version; entries are
 * sorted, so that a diff shows what changed and nothing else.
 */
export function lockText(content: LockContent, present: string | undefined): string {
  const sorted = sortLock(content);
  const document = present === undefined ? undefined : parseDocument(present);
  if (document === undefined || document.errors.length > 0 || !isMap(document.contents)) {
    const fresh = new Document({});
    fresh.commentBefore = leadingComment(present) ?? header;
    return print(fill(fresh, sorted));
  }
  try {
    return print(fill(document, sorted));
  } catch {
    // An alias whose anchor is gone.
    const fresh = new Document({});
    fresh.commentBefore = document.commentBefore ?? header;
    return print(fill(fresh, sorted));
  }
}

function print(document: Document): string {
  return document.toString({ lineWidth: 0 });
}

function leadingComment(text: string | undefined): string | undefined {
  const lines = text?.split('\n') ?? [];
  const end = lines.findIndex((line) => !line.startsWith('#'));
  const comment = lines.slice(0, end < 0 ? undefined : end).map((line) => line.slice(1));
  return comment.length === 0 ? undefined : comment.join('\n');
}

/** How an entry is found again: by all of its keys, or by those that an update leaves. */
const lists = [
  ['coreos', coreosKey, ['stream', 'architecture'], ['stream', 'version', 'architecture', ...coreosParts]],
  ['k3s', k3sKey, ['architecture'], ['version', 'architecture', ...k3sParts]],
  ['ipxe', ipxeKey, ['architecture', 'name'], ['architecture', 'name', 'url', 'path', 'sha256', 'size']],
] as const;

const fileKeys = ['url', 'sha256', 'size', 'signature', 'signatureSha256', 'signatureSize'] as const;

type Values = Readonly<Record<string, unknown>>;

function fill(document: Document, content: LockContent): Document {
  const root = document.contents as YAMLMap;
  for (const [name, keyOf, lasting, order] of lists) {
    const entries = content[name] as readonly Values[];
    if (entries.length === 0) {
      root.delete(name);
      continue;
    }
    const present = root.get(name, true);
    const list = isSeq(present) ? present : new YAMLSeq();
    if (!isSeq(present)) root.set(name, list);
    const left = new Set(list.items.filter((item) => isMap(item)));
    const take = (fits: (map: YAMLMap) => boolean): YAMLMap | undefined => {
      const found = [...left].find(fits);
      if (found !== undefined) left.delete(found);
      return found;
    };
    const key = keyOf as (entry: Values) => string;
    const exact = entries.map((entry) => take((map) => key(map.toJSON() as Values) === key(entry)));
    list.items = entries.map((entry, index) => {
      const similar = (map: YAMLMap): boolean => lasting.every((each) => map.get(each) === entry[each]);
      const map = exact[index] ?? take(similar) ?? (document.createNode({}) as YAMLMap);
      assign(document, map, entry, order);
      return map;
    });
    list.flow = false;
  }
  return document;
}

/** Makes a map have the values of an entry; what it has already, comments and all, stays. */
function assign(document: Document, map: YAMLMap, values: Values, order: readonly string[]): void {
  map.flow = false;
  map.items = map.items.filter(({ key }) => isScalar(key) && values[String(key.value)] !== undefined);
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    if (value === null || typeof value !== 'object') {
      map.set(name, value);
      continue;
    }
    const present = map.get(name, true);
    const nested = isMap(present) ? present : (document.createNode({}) as YAMLMap);
    if (!isMap(present)) map.set(name, nested);
    assign(document, nested, value as Values, fileKeys);
  }
  const place = ({ key }: Pair): number => order.indexOf(String(isScalar(key) ? key.value : key));
  map.items.sort((a, b) => place(a) - place(b));
}
