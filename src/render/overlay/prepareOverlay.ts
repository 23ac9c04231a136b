import type { Document } from '../../inventory/model/document.ts';
import type { Pointer } from '../../inventory/model/provenance.ts';
import { type Finding, finding, type Outcome } from '../../shared/finding.ts';
import { isMapping, type Mapping } from '../butane/data.ts';
import type { Element } from '../butane/element.ts';
import { elementKey, keyField } from '../butane/elementKey.ts';
import type { Section } from '../butane/section.ts';
import { checkHeader } from './checkHeader.ts';
import { readOctal } from './octal.ts';
import { splitOverlay, type WrittenElement } from './splitOverlay.ts';
import { isTemplate, readTemplate, type Template } from './template.ts';

/** An element of an overlay: the same for every node, or with templates to fill in. */
export type PreparedElement =
  | { readonly kind: 'fixed'; readonly element: Element }
  | {
      readonly kind: 'templated';
      readonly section: Section;
      readonly value: Mapping;
      readonly origin: Element['origin'];
      readonly templates: readonly Template[];
    };

/** An overlay, read and checked once, to be expanded for each node that uses it. */
export interface PreparedOverlay {
  readonly file: string;
  readonly elements: readonly PreparedElement[];
}

/**
 * Checks an overlay and takes it apart. Templates are read here, once; what has none is the very same element for every node.
 * Elements that cannot be used are findings, and left out.
 * @param source The text of the overlay's file, for places inside of strings.
 */
export function prepareOverlay(document: Document, source: string): Outcome<PreparedOverlay> {
  const { file, value } = document;
  if (!isMapping(value)) {
    const found = finding('PL2001', document.locate([]), 'the overlay is not a mapping of sections', {
      hint: 'begin with a section, such as storage: or systemd:',
    });
    return { value: { file, elements: [] }, findings: [found] };
  }
  const lines = source.replace(/^\ufeff/, '').split(/\r?\n/);
  const written = splitOverlay(document, value);
  const findings: Finding[] = [...checkHeader(document, value), ...written.findings];
  const elements = written.value.flatMap((each) => {
    const prepared = prepareElement(document, lines, each);
    findings.push(...prepared.findings);
    return prepared.value === undefined ? [] : [prepared.value];
  });
  return { value: { file, elements }, findings };
}

function prepareElement(
  document: Document,
  lines: readonly string[],
  { section, pointer, value: written }: WrittenElement,
): Outcome<PreparedElement | undefined> {
  const value = readOctal(document, lines, pointer, written);
  const key = elementKey(section, value);
  if (key === undefined) {
    const message = `this element of ${section} has no ${keyField(section)}`;
    const hint = `add: ${keyField(section)}: …`;
    return { value: undefined, findings: [finding('PL2005', document.locate(pointer), message, { hint })] };
  }
  const origin = { kind: 'overlay', file: document.file, pointer } as const;
  const found = readTemplates(document, lines, pointer, value);
  if (found.findings.length > 0) return { value: undefined, findings: found.findings };
  if (found.value.length === 0) {
    return { value: { kind: 'fixed', element: { section, key, value, origin } }, findings: [] };
  }
  return { value: { kind: 'templated', section, value, origin, templates: found.value }, findings: [] };
}

/** The templates of an element; one that stands in a key is a finding. */
function readTemplates(
  document: Document,
  lines: readonly string[],
  pointer: Pointer,
  value: Mapping,
): Outcome<readonly Template[]> {
  const findings: Finding[] = [];
  const templates: Template[] = [];
  const visit = (at: unknown, path: Pointer): void => {
    if (typeof at === 'string' && isTemplate(at)) {
      const read = readTemplate(document, lines, [...pointer, ...path], path, at);
      findings.push(...read.findings);
      if (read.value !== undefined) templates.push(read.value);
    } else if (Array.isArray(at)) {
      at.forEach((each, index) => {
        visit(each, [...path, index]);
      });
    } else if (isMapping(at)) {
      for (const [key, each] of Object.entries(at)) {
        if (isTemplate(key)) findings.push(keyFinding(document, [...pointer, ...path, key], key));
        visit(each, [...path, key]);
      }
    }
  };
  visit(value, []);
  return { value: templates, findings };
}

function keyFinding(document: Document, pointer: Pointer, key: string): Finding {
  return finding(
    'PL2014',
    document.locate(pointer, 'key'),
    `the key ${JSON.stringify(key)} has a template in it`,
    {
      hint: 'write the key out; templates are expanded in values',
    },
  );
}
