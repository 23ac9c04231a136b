import type { Node } from '../../inventory/model/node.ts';
import type { Pointer } from '../../inventory/model/provenance.ts';
import type { Site } from '../../inventory/model/site.ts';
import type { Finding, Outcome } from '../../shared/finding.ts';
import { finding } from '../../shared/finding.ts';
import type { Mapping } from '../butane/data.ts';
import type { Element } from '../butane/element.ts';
import { elementKey, keyField } from '../butane/elementKey.ts';
import { fillTemplate } from './fillTemplate.ts';
import type { PreparedElement, PreparedOverlay } from './prepareOverlay.ts';

type TemplatedElement = Extract<PreparedElement, { kind: 'templated' }>;

/** What a templated element became last. Nodes that get the same texts share the element: what names only `site`, say. */
interface Expansion {
  readonly texts: readonly string[];
  readonly element: Element;
}

const latest = new WeakMap<TemplatedElement, Expansion>();
const fixedElements = new WeakMap<PreparedOverlay, readonly Element[]>();

/**
 * An overlay's elements for one node. Elements without templates are the same objects for every node; an overlay that has no
 * templates at all answers the very same list. An element whose template fails is left out.
 */
export function expandOverlay(overlay: PreparedOverlay, node: Node, site: Site): Outcome<readonly Element[]> {
  const fixed = fixedElements.get(overlay);
  if (fixed !== undefined) return { value: fixed, findings: [] };
  const findings: Finding[] = [];
  const value = overlay.elements.flatMap((each) => {
    if (each.kind === 'fixed') return [each.element];
    const expanded = expandElement(each, node, site);
    findings.push(...expanded.findings);
    return expanded.value === undefined ? [] : [expanded.value];
  });
  if (overlay.elements.every(({ kind }) => kind === 'fixed')) fixedElements.set(overlay, value);
  return { value, findings };
}

function expandElement(templated: TemplatedElement, node: Node, site: Site): Outcome<Element | undefined> {
  const filled = templated.templates.map((template) => fillTemplate(template, node, site));
  const findings = filled.flatMap((each) => each.findings);
  if (findings.length > 0) return { value: undefined, findings };
  const texts = filled.map(({ value }) => value ?? '');
  const last = latest.get(templated);
  if (last?.texts.every((text, index) => text === texts[index])) return { value: last.element, findings: [] };
  const { section, origin } = templated;
  const value = templated.templates.reduce(
    (at, { path }, index) => replaced(at, path, texts[index] ?? '') as Mapping,
    templated.value,
  );
  const key = elementKey(section, value);
  if (key === undefined) return { value: undefined, findings: [emptyKey(templated, node)] };
  const element: Element = { section, key, value, origin };
  latest.set(templated, { texts, element });
  return { value: element, findings: [] };
}

/** A copy of some data with another value at a path; what is beside the path is shared. */
function replaced(data: unknown, path: Pointer, value: string): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (Array.isArray(data))
    return data.map((each, index) => (index === first ? replaced(each, rest, value) : each));
  const fields = data as Mapping;
  return { ...fields, [first]: replaced(fields[first], rest, value) };
}

function emptyKey(templated: TemplatedElement, node: Node): Finding {
  const field = keyField(templated.section);
  const template = templated.templates.find(({ path }) => path[0] === field);
  const { begin, end } = { begin: 0, end: template?.text.length ?? 0 };
  const place = (template ?? templated.templates[0])?.placeOf({ begin, end }) ?? {
    file: node.file,
    line: 1,
    column: 1,
  };
  const message = `the template of ${field} is empty for ${node.name}`;
  return finding('PL2005', place, message, { hint: `a ${templated.section} needs its ${field}` });
}
