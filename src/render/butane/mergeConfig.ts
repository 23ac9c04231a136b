import type { OverlayReference } from '../../inventory/model/node.ts';
import type { Finding, Outcome } from '../../shared/finding.ts';
import type { ButaneConfig } from './config.ts';
import { contradictionFinding, duplicateFinding, pathFinding } from './contradiction.ts';
import { isMapping, type Mapping } from './data.ts';
import { baseElement, type Element } from './element.ts';
import { elementKey } from './elementKey.ts';
import { type Locate, type MergedConfig, mapSections } from './mergedConfig.ts';
import { mergeElements } from './mergeElements.ts';
import { pathSections, type Section, sectionNames, sectionPath, sections } from './section.ts';

/** The elements of one overlay, as a node sees them, and the reference that asked for it. */
export interface Layer {
  readonly elements: readonly Element[];
  readonly reference: OverlayReference;
}

/** Elements by section and key while overlays are laid over each other. A replaced element leaves a hole, so that places stay. */
class Draft {
  readonly lists = new Map<Section, (Element | undefined)[]>();
  readonly #places = new Map<string, number>();

  find(section: Section, key: string): Element | undefined {
    const place = this.#places.get(`${section} ${key}`);
    return place === undefined ? undefined : this.lists.get(section)?.[place];
  }

  add(element: Element): void {
    const list = this.lists.get(element.section) ?? [];
    if (list.length === 0) this.lists.set(element.section, list);
    this.#places.set(`${element.section} ${element.key}`, list.length);
    list.push(element);
  }

  put(former: Element, element: Element | undefined): void {
    const place = this.#places.get(`${former.section} ${former.key}`);
    const list = this.lists.get(former.section);
    if (place !== undefined && list !== undefined) list[place] = element;
  }

  config(): MergedConfig {
    const elements = (section: Section) =>
      (this.lists.get(section) ?? []).filter((each) => each !== undefined);
    return mapSections(elements);
  }
}

/**
 * Lays overlays, the least specific first, over the built-in base. Where two of them contradict each other, the more specific one
 * wins only if its reference says `override`; otherwise that is a finding. Untouched elements keep their identity.
 */
export function mergeConfig(
  base: ButaneConfig,
  layers: readonly Layer[],
  locate: Locate,
): Outcome<MergedConfig> {
  const draft = new Draft();
  for (const element of baseElements(base)) draft.add(element);
  const findings = layers.flatMap((layer) => lay(draft, layer, locate));
  return { value: draft.config(), findings };
}

/** The base's elements, in order of section. */
function baseElements(base: ButaneConfig): Element[] {
  return sectionNames.flatMap((section) => {
    const value = sectionPath(section).reduce<unknown>(
      (at, part) => (isMapping(at) ? at[part] : undefined),
      base,
    );
    const values = sections[section].kind === 'list' && Array.isArray(value) ? value : [value];
    return values
      .filter((each): each is Mapping => isMapping(each) && Object.keys(each).length > 0)
      .map((each) => baseElement(section, elementKey(section, each) ?? '', each));
  });
}

/** Lays one overlay over the draft. */
function lay(draft: Draft, { elements, reference }: Layer, locate: Locate): Finding[] {
  const findings: Finding[] = [];
  const seen = new Map<string, Element>();
  for (const element of elements) {
    const name = `${element.section} ${element.key}`;
    const twin = seen.get(name);
    if (twin !== undefined) {
      findings.push(duplicateFinding(twin, element, reference, locate));
      continue;
    }
    seen.set(name, element);
    findings.push(...layElement(draft, element, reference, locate));
  }
  return findings;
}

function layElement(draft: Draft, element: Element, reference: OverlayReference, locate: Locate): Finding[] {
  const rival = rivalOf(draft, element);
  if (rival !== undefined) {
    if (!reference.override) return [pathFinding(rival, element, reference, locate)];
    draft.put(rival, undefined);
  }
  const former = draft.find(element.section, element.key);
  if (former === undefined) {
    draft.add(element);
    return [];
  }
  const merged = mergeElements(former, element, reference.override);
  draft.put(former, merged.element);
  return merged.contradictions.map((each) => contradictionFinding(former, element, each, reference, locate));
}

/** The element that has the same path in the file system, but is something else. */
function rivalOf(draft: Draft, element: Element): Element | undefined {
  if (!pathSections.includes(element.section)) return undefined;
  for (const section of pathSections) {
    const rival = section === element.section ? undefined : draft.find(section, element.key);
    if (rival !== undefined) return rival;
  }
  return undefined;
}
