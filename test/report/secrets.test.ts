import { expect, test } from 'vitest';
import { textReport } from '../../src/report/text.ts';
import { finding } from '../../src/shared/finding.ts';

const place = { file: 'inventory/site.yaml', line: 2, column: 10 };

function report(...findings: ReturnType<typeof finding>[]): string {
  const source = () => 'k3s:\n  token: hunter2\n  version: none\n';
  return textReport(findings, { source, colour: false, width: 80, extent: { nodes: 0, files: 1 } });
}

test.each(['PL1110', 'PL1250', 'PL3204'] as const)(
  'the line of %s is not shown: it may hold the secret',
  (code) => {
    expect(report(finding(code, place, 'a secret in clear'))).not.toContain('hunter2');
  },
);

test('nor is it for what else is found on that line', () => {
  const other = finding('PL1001', { ...place, column: 3 }, 'something else');
  expect(report(other, finding('PL1110', place, 'a secret in clear'))).not.toContain('hunter2');
});

test('other lines of the file are shown', () => {
  const other = finding('PL1001', { ...place, line: 3 }, 'something else');
  expect(report(other, finding('PL1110', place, 'a secret in clear'))).toContain('version: none');
});
