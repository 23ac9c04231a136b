import type { Document } from '../../inventory/model/document.ts';
import type { Pointer } from '../../inventory/model/provenance.ts';
import { type Finding, finding, type Outcome } from '../../shared/finding.ts';
import { isMapping, type Mapping } from '../butane/data.ts';
import { type Section, sectionNames, sectionPath, sections } from '../butane/section.ts';

/** An element of an overlay as it is written, templates and all. */
export interface WrittenElement {
  readonly section: Section;
  readonly pointer: Pointer;
  readonly value: Mapping;
}

/** Takes an overlay apart into the elements of its sections. What is neither a section nor an element is a finding, and left out. */
export function splitOverlay(document: Document, overlay: Mapping): Outcome<readonly WrittenElement[]> {
  const findings: Finding[] = [];
  const value = sectionNames.flatMap((section) => {
    const found = sectionValue(document, overlay, section);
    findings.push(...found.findings);
    return found.value;
  });
  return { value, findings: distinct(findings) };
}

/** The parent of several sections is looked at for each of them, and reported once. */
function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((each) => [JSON.stringify(each), each])).values()];
}

function sectionValue(
  document: Document,
  overlay: Mapping,
  section: Section,
): Outcome<readonly WrittenElement[]> {
  const path = sectionPath(section);
  let at: unknown = overlay;
  for (const [depth, part] of path.entries()) {
    if (!isMapping(at)) return misshapen(document, path.slice(0, depth), 'a mapping');
    at = at[part];
    if (at === undefined || at === null) return { value: [], findings: [] };
  }
  return sections[section].kind === 'list'
    ? listElements(document, section, path, at)
    : objectElement(document, section, path, at);
}

function objectElement(
  document: Document,
  section: Section,
  pointer: Pointer,
  value: unknown,
): Outcome<readonly WrittenElement[]> {
  if (!isMapping(value)) return misshapen(document, pointer, 'a mapping');
  return { value: Object.keys(value).length === 0 ? [] : [{ section, pointer, value }], findings: [] };
}

function listElements(
  document: Document,
  section: Section,
  pointer: Pointer,
  list: unknown,
): Outcome<readonly WrittenElement[]> {
  if (!Array.isArray(list)) return misshapen(document, pointer, 'a list');
  const findings: Finding[] = [];
  const value = list.flatMap((item: unknown, index) => {
    if (isMapping(item)) return [{ section, pointer: [...pointer, index], value: item }];
    findings.push(...misshapen(document, [...pointer, index], 'a mapping').findings);
    return [];
  });
  return { value, findings };
}

function misshapen(document: Document, pointer: Pointer, wanted: string): Outcome<readonly WrittenElement[]> {
  const message = `${pointer.join('.')} is not ${wanted}`;
  const hint = 'see https://coreos.github.io/butane/config-fcos-v1_7/ for the form of each section';
  return { value: [], findings: [finding('PL2001', document.locate(pointer), message, { hint })] };
}
