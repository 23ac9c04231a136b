import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sarifReport } from '../../src/report/sarif.ts';
import { duplicateAddress, hostileFinding } from './sample.ts';

/** The official schema of SARIF 2.1.0, as Microsoft's matchers for it carry it. It names draft 4, and uses nothing that later drafts changed. */
const {
  $schema: _draft,
  id: _id,
  ...schema
} = createRequire(import.meta.url)('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');

const tool = { version: '0.1.0', home: 'https://example.org/pilotlight', pages: 'https://example.org/docs' };

test('SARIF reports are valid against the official schema, whatever the inventory holds', () => {
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  const check = (text: string) => {
    validate(JSON.parse(text));
    expect(validate.errors ?? []).toEqual([]);
  };
  check(sarifReport([duplicateAddress], tool));
  fc.assert(
    fc.property(fc.array(hostileFinding, { maxLength: 5 }), (findings) => check(sarifReport(findings, tool))),
    { numRuns: 100 },
  );
});
