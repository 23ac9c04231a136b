import type { Template as Part } from 'liquidjs';
import type { Document } from '../../inventory/model/document.ts';
import type { Pointer } from '../../inventory/model/provenance.ts';
import { type Finding, finding, type Outcome, type Place } from '../../shared/finding.ts';
import { checkVariables } from './checkVariables.ts';
import { engine, longestTemplate } from './templateEngine.ts';
import { templateErrorSpan } from './templateError.ts';
import { type TemplateSpan, templatePlace } from './templatePlace.ts';

/** A string of an overlay that is a template: read once, filled in for each node. */
export interface Template {
  /** Where the string is in its element. */
  readonly path: Pointer;
  readonly text: string;
  readonly parts: readonly Part[];
  /** Names of secrets that it prints. */
  readonly secrets: readonly string[];
  /** The place of a part of it in the overlay's file. */
  readonly placeOf: (span: Omit<TemplateSpan, 'text'>) => Place;
}

/** Whether a string is a template at all. All others are left as they are, and cost nothing. */
export function isTemplate(text: string): boolean {
  return text.includes('{{') || text.includes('{%');
}

/**
 * Reads a template and checks the names in it.
 * @param pointer Where the string is in the overlay.
 * @param source The lines of the overlay's file.
 */
export function readTemplate(
  document: Document,
  source: readonly string[],
  pointer: Pointer,
  path: Pointer,
  text: string,
): Outcome<Template | undefined> {
  const placeOf: Template['placeOf'] = (span) =>
    templatePlace(document.locate(pointer), source, { text, ...span });
  if (text.length > longestTemplate) {
    const message = `a template of ${text.length} characters is longer than ${longestTemplate}`;
    return { value: undefined, findings: [finding('PL2010', placeOf({ begin: 0, end: 0 }), message)] };
  }
  try {
    const parts = engine.parse(text);
    const checked = checkVariables(parts, text, placeOf);
    return { value: { path, text, parts, secrets: checked.value, placeOf }, findings: checked.findings };
  } catch (error) {
    return { value: undefined, findings: [syntaxFinding(error, placeOf)] };
  }
}

function syntaxFinding(error: unknown, placeOf: Template['placeOf']): Finding {
  const { message, span } = templateErrorSpan(error);
  const hint = 'text that has braces of its own goes between {% raw %} and {% endraw %}';
  return finding('PL2010', placeOf(span), message, { hint });
}
