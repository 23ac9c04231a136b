import type { Document } from '../../inventory/model/document.ts';
import { type Finding, finding } from '../../shared/finding.ts';
import { didYouMean } from '../../shared/nearest.ts';
import { isMapping, type Mapping } from '../butane/data.ts';
import { sectionNames, sectionPath } from '../butane/section.ts';

/** Stable versions of the variant fcos up to the one that is written: each reads all that an older one reads. */
const stableVersions = ['1.0.0', '1.1.0', '1.2.0', '1.3.0', '1.4.0', '1.5.0', '1.6.0', '1.7.0'];

/** Checks what an overlay says of itself, and that it has no section that Butane does not know. */
export function checkHeader(document: Document, overlay: Mapping): Finding[] {
  return [
    ...checkVariant(document, overlay),
    ...checkVersion(document, overlay),
    ...checkSections(document, overlay),
  ];
}

function checkVariant(document: Document, { variant }: Mapping): Finding[] {
  if (variant === undefined || variant === 'fcos') return [];
  const message = `variant ${JSON.stringify(variant)} is not fcos`;
  const hint = 'remove the line, or write: variant: fcos';
  return [finding('PL2002', document.locate(['variant']), message, { hint })];
}

function checkVersion(document: Document, { version }: Mapping): Finding[] {
  if (version === undefined || (typeof version === 'string' && stableVersions.includes(version))) return [];
  const message = `version ${JSON.stringify(version)} is not a stable version of fcos up to 1.7.0`;
  const hint = 'remove the line, or write: version: 1.7.0';
  return [finding('PL2003', document.locate(['version']), message, { hint })];
}

const header = ['variant', 'version'];
const tops = [...new Set(sectionNames.map((section) => sectionPath(section)[0] ?? ''))];

function checkSections(document: Document, overlay: Mapping): Finding[] {
  return Object.entries(overlay).flatMap(([top, value]) => {
    if (header.includes(top)) return [];
    if (!tops.includes(top)) return [unknownSection(document, [top], [...header, ...tops])];
    const subs = sectionNames
      .map(sectionPath)
      .filter(([first, sub]) => first === top && sub !== undefined)
      .map(([, sub]) => sub ?? '');
    if (subs.length === 0 || !isMapping(value)) return [];
    return Object.keys(value)
      .filter((sub) => !subs.includes(sub))
      .map((sub) => unknownSection(document, [top, sub], subs));
  });
}

function unknownSection(document: Document, path: readonly string[], known: readonly string[]): Finding {
  const name = path.at(-1) ?? '';
  const hint = didYouMean(name, known) ?? `known here: ${known.join(', ')}`;
  return finding('PL2004', document.locate(path, 'key'), `Butane has no section ${path.join('.')}`, { hint });
}
