import { readDocument } from '../../../src/inventory/reading/readDocument.ts';
import { checkShape } from '../../../src/inventory/shape/checkShape.ts';
import type { ShapeKind } from '../../../src/inventory/shape/schema.ts';
import type { Finding } from '../../../src/shared/finding.ts';

/** What is wrong with the shape of a text. */
export function shape(text: string, kind: ShapeKind = 'node'): Finding[] {
  const { value, findings } = readDocument('file.yaml', new TextEncoder().encode(text));
  if (value === undefined || findings.length > 0) throw new Error(JSON.stringify(findings));
  return checkShape(value, kind);
}

/** The same as text: `PL1101 2:1 unknown key vlam (did you mean vlan?)`. */
export function lines(text: string, kind: ShapeKind = 'node'): string[] {
  return shape(text, kind).map(
    ({ code, place, message, hint }) =>
      `${code} ${place.line}:${place.column} ${message}${hint === undefined ? '' : ` (${hint})`}`,
  );
}

/** The least that a node needs. */
export const node = 'macs: [98:fa:9b:1c:2d:01]\naddress: 192.168.26.11\n';

/** The least that a site needs. */
export const site =
  'domain: lab.example\nnetwork: {cidr: 192.168.26.0/24}\nrouter: {address: 192.168.26.1}\n';
