import type { Origin, Provenance } from '../model/provenance.ts';
import { resolveCluster } from './cluster.ts';
import { unshared } from './combination.ts';
import { imageChooser } from './imageLock.ts';
import { resolveNode } from './node.ts';
import { below, derived, jsonPointer, type Note } from './note.ts';
import { layersOf, type ResolvedNode, type ResolvedSite } from './site.ts';
import { resolveSiteFacts } from './siteFacts.ts';
import { noteTurn } from './updates.ts';

/**
 * Where the values of a site came from, by JSON Pointer. Nothing is kept for nodes: asking for a value of a node
 * resolves that node once more and remembers it until another node is asked for.
 */
export function provenanceOf(resolved: ResolvedSite): Provenance {
  return new LazyProvenance(resolved);
}

class LazyProvenance implements Provenance {
  readonly #resolved: ResolvedSite;
  readonly #ofSite: ReadonlyMap<string, Origin>;
  #lastNode: { readonly index: number; readonly origins: ReadonlyMap<string, Origin> } | undefined;

  constructor(resolved: ResolvedSite) {
    this.#resolved = resolved;
    this.#ofSite = originsOfSite(resolved);
  }

  get size(): number {
    let size = 0;
    for (const _ of this.keys()) size++;
    return size;
  }

  get(pointer: string): Origin | undefined {
    const [, index] = /^\/nodes\/(0|[1-9]\d*)\//.exec(pointer) ?? [];
    return index === undefined ? this.#ofSite.get(pointer) : this.#ofNode(Number(index)).get(pointer);
  }

  has(pointer: string): boolean {
    return this.get(pointer) !== undefined;
  }

  *entries(): MapIterator<[string, Origin]> {
    yield* this.#ofSite;
    for (let index = 0; index < this.#resolved.nodes.length; index++) yield* this.#ofNode(index);
  }

  *keys(): MapIterator<string> {
    for (const [pointer] of this.entries()) yield pointer;
  }

  *values(): MapIterator<Origin> {
    for (const [, origin] of this.entries()) yield origin;
  }

  [Symbol.iterator](): MapIterator<[string, Origin]> {
    return this.entries();
  }

  forEach(visit: (origin: Origin, pointer: string, map: Provenance) => void): void {
    for (const [pointer, origin] of this.entries()) visit(origin, pointer, this);
  }

  #ofNode(index: number): ReadonlyMap<string, Origin> {
    if (this.#lastNode?.index === index) return this.#lastNode.origins;
    const node = this.#resolved.nodes[index];
    const origins = node === undefined ? new Map() : originsOfNode(this.#resolved, node, index);
    this.#lastNode = { index, origins };
    return origins;
  }
}

function originsOfSite({ documents, facts, site, k3sReleases }: ResolvedSite): Map<string, Origin> {
  const origins = new Map<string, Origin>();
  const note = noteIn(origins);
  resolveSiteFacts(documents.site, documents.folder, note);
  if (site.cluster !== undefined)
    resolveCluster(documents.site, facts.domain, site.nodes, k3sReleases, below(note, 'cluster'));
  return origins;
}

function originsOfNode(resolved: ResolvedSite, node: ResolvedNode, index: number): Map<string, Origin> {
  const origins = new Map<string, Origin>();
  const note = below(noteIn(origins), 'nodes', index);
  resolveNode({
    site: resolved.facts,
    document: node.document,
    names: node.names,
    groups: node.combination.groups,
    share: unshared(layersOf(node)),
    chooseImages: imageChooser(resolved.imageSets),
    note,
  });
  if (node.node.firstServer && node.draft.firstServer === undefined)
    note(['firstServer'], derived('the only server of the site'));
  if (node.node.updates.windows !== node.draft.updates.windows)
    noteTurn(node.draft.updates, layersOf(node), note);
  return origins;
}

function noteIn(origins: Map<string, Origin>): Note {
  return (path, origin) => origins.set(jsonPointer(path), origin);
}
