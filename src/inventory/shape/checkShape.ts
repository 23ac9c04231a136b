import {
  type Validator,
  type Violation,
  validateImagesLock,
  validateNode,
  validateSite,
} from '../../generated/validators.js';
import { compareFindings, type Finding, finding } from '../../shared/finding.ts';
import type { Document } from '../model/document.ts';
import { explainMalformedKey, explainMissingKey, explainUnknownKey } from './keys.ts';
import { type ShapeKind, schemasAt, valueAt } from './schema.ts';
import { explainWrongType } from './types.ts';
import {
  explainChoice,
  explainCount,
  explainForm,
  explainLength,
  explainRange,
  explainRepeated,
} from './values.ts';
import { type Context, type Explanation, toPointer } from './violation.ts';

const validators: Readonly<Record<ShapeKind, Validator<unknown>>> = {
  site: validateSite,
  node: validateNode,
  imagesLock: validateImagesLock,
};

/** Most findings about one file; what comes after is hardly read. */
const maxFindings = 200;

/** Checks a document against its JSON Schema: everything that is wrong with it, each with its place, in order. */
export function checkShape(document: Document, kind: ShapeKind): Finding[] {
  const validate = validators[kind];
  if (validate(document.value)) return [];
  const violations = (validate.errors ?? []).slice(0, maxFindings);
  const findings = violations.flatMap((violation) => explain(violation, document, kind) ?? []);
  return withoutRepetitions(findings.sort(compareFindings));
}

/** The explanation of each keyword. Those that are missing only say that some other keyword was violated. */
const explainers: Readonly<Record<string, (context: Context) => Explanation | undefined>> = {
  additionalProperties: explainUnknownKey,
  unevaluatedProperties: explainUnknownKey,
  required: explainMissingKey,
  propertyNames: explainMalformedKey,
  type: explainWrongType,
  enum: explainChoice,
  const: explainChoice,
  pattern: explainForm,
  format: explainForm,
  minLength: explainLength,
  maxLength: explainLength,
  minimum: explainRange,
  maximum: explainRange,
  minItems: explainCount,
  minProperties: explainCount,
  maxProperties: explainCount,
  uniqueItems: explainRepeated,
};

function explain(violation: Violation, document: Document, kind: ShapeKind): Finding | undefined {
  // What is wrong with a key's name is said once, by `propertyNames`.
  if (violation.propertyName !== undefined) return undefined;
  const pointer = toPointer(violation.instancePath, document.value);
  const value = valueAt(document.value, pointer);
  const schemas = schemasAt(kind, document.value, pointer);
  const explanation = explainers[violation.keyword]?.({ violation, kind, document, pointer, value, schemas });
  if (explanation === undefined) return undefined;
  const at = explanation.at ?? { pointer, what: 'value' };
  const { code, message, hint } = explanation;
  return finding(code, document.locate(at.pointer, at.what), message, { hint });
}

/** Two schemas that a value has to fulfil may say the same of it. */
function withoutRepetitions(sorted: readonly Finding[]): Finding[] {
  return sorted.filter((each, index) => {
    const before = sorted[index - 1];
    return before === undefined || compareFindings(before, each) !== 0;
  });
}
