import { describe, expect, test } from 'vitest';
import { kindOf } from '../../../src/lint/files/kind.ts';
import { openFile } from '../../../src/lint/files/openFile.ts';
import { lintFile } from '../../../src/lint/lint.ts';
import { codes, service } from '../support.ts';

describe('kinds of files', () => {
  test.each([
    ['a.ipxe', '', 'ipxe'],
    ['a.bu', '', 'butane'],
    ['a.ign', '', 'ignition'],
    ['a/b@.service', '', 'unit'],
    ['a.timer', '', 'unit'],
    ['a.sh', '', 'script'],
    ['boot', '#!ipxe\n', 'ipxe'],
    ['run', '#!/bin/sh\n', 'script'],
    ['a.yaml', '# x\nvariant: fcos\n', 'butane'],
    ['a.json', ' {"ignition": {}}', 'ignition'],
    ['a.yaml', '# x\napiVersion: v1\nkind: Namespace\n', 'manifest'],
    ['a.yaml', 'kind: Namespace\n', undefined],
    ['constructor.constructor', '', undefined],
    ['a.txt', 'hello', undefined],
  ])('%s', (file, text, kind) => {
    expect(kindOf(file, text)).toBe(kind);
  });

  test('PL3219: a file that lint has no rules for', () => {
    expect(codes(lintFile('a.txt', 'hello'))).toEqual(['PL3219']);
  });
});

describe('manifests', () => {
  const object = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n';

  test('one of several objects is accepted', () => {
    expect(lintFile('a.yaml', `# one\n${object}--- # two\n${object}---\n`)).toEqual([]);
  });

  test('PL3218: a document that is no YAML, at its own line', () => {
    const findings = lintFile('a.yaml', `${object}---\n${object}data: [\n---\n${object}`);
    expect(findings.map(({ code, place }) => [code, place.line])).toEqual([['PL3218', 9]]);
  });

  test('what is nested too deeply is said to be', () => {
    expect(codes(lintFile('a.yaml', `${object}data: ${'['.repeat(100_000)}\n`))).toEqual(['PL3218']);
  });
});

describe('Ignition', () => {
  const config = `{
  "ignition": {"version": "3.4.0"},
  "storage": {"files": [
    {"path": "/usr/x", "contents": {"source": "data:,"}},
    {"path": "/usr/local/bin/x", "contents": {"source": "data:;base64,IyEvdXNyL2Jpbi9weXRob24K"}}
  ]},
  "kernelArguments": {"shouldExist": ["a"], "shouldNotExist": ["a"]},
  "passwd": {"users": [{"name": "ann", "passwordHash": "$1$x$y", "sshAuthorizedKeys": ["ssh-rsa A", "ssh-rsa A"]}]}
}`;

  test('its own names of keys, and contents in data: URLs', () => {
    const findings = lintFile('a.ign', config);
    expect(findings.map((each) => [each.code, each.place.line])).toEqual([
      ['PL3201', 4],
      ['PL3252', 5],
      ['PL3213', 7],
      ['PL3205', 8],
      ['PL3211', 8],
    ]);
    expect(findings[1]?.message).toContain('(line 1 of its contents)');
  });

  test('PL3218: what YAML would take and JSON does not', () => {
    const findings = lintFile('a.ign', config.replace('"3.4.0"},', '"3.4.0",},'));
    expect(findings[0]).toMatchObject({ code: 'PL3218', place: { line: 2, column: 35 } });
    expect(codes(findings)).toContain('PL3201');
  });

  test('the validator’s report is told, unless the file cannot be read', () => {
    const report = [{ severity: 'error' as const, message: 'no', path: [], line: 2, column: 3 }];
    expect(codes(lintFile('a.ign', '{"ignition":{}}', { report }))).toEqual(['PL3216']);
    expect(codes(lintFile('a.ign', '{"ignition":{}', { report }))).toEqual(['PL3218']);
  });
});

describe('Butane', () => {
  const text = `variant: fcos
version: 1.7.0
storage:
  files:
    # pilotlight: ignore PL3201 a bind mount is there
    - path: /usr/x
      contents:
        local: files/run.sh
`;
  const local = {
    path: 'inventory/files/run.sh',
    relative: 'files/run.sh',
    bytes: Buffer.from('#!/bin/sh\r\ntrue\n'),
    executable: true,
  };

  test('a line silences a finding', () => {
    expect(lintFile('a.bu', text)).toEqual([]);
    expect(codes(lintFile('a.bu', text.replace('# pilotlight', '# not')))).toEqual(['PL3201']);
  });

  test('what is wrong in a local file is told at that file', () => {
    const [told] = lintFile('a.bu', text, { localFiles: new Map([['files/run.sh', local]]) });
    expect(told).toMatchObject({ code: 'PL3253', place: { file: 'inventory/files/run.sh', line: 1 } });
  });

  test('trees are read, with their executable bits', () => {
    const tree = `variant: fcos
version: 1.7.0
storage:
  trees:
    - local: files
      path: /usr/local/bin
systemd:
  units:
    - name: a.service
      enabled: true
      contents: ${JSON.stringify(service('/usr/local/bin/run.sh'))}
`;
    const files = (executable: boolean) => new Map([['files/run.sh', { ...local, executable }]]);
    expect(codes(lintFile('a.bu', tree, { localFiles: files(true) }))).toEqual(['PL3253']);
    expect(codes(lintFile('a.bu', tree, { localFiles: files(false) }))).toEqual(['PL3241', 'PL3253']);
  });
});

describe('units and scripts by themselves', () => {
  test('a unit: syntax and meaning, but nothing that needs the rest of the node', () => {
    const findings = lintFile(
      'units/a.service',
      service('/usr/local/bin/elsewhere', 'After=elsewhere.service\nAfer=x'),
    );
    expect(codes(findings)).toEqual(['PL3221']);
    expect(findings[0]?.place).toMatchObject({ file: 'units/a.service', line: 4, column: 1 });
  });

  test('a script: its interpreter and line ends, and itself for shellcheck', () => {
    expect(codes(lintFile('a.sh', '#!/usr/bin/perl\n'))).toEqual(['PL3252']);
    const [script] = openFile('a.sh', '#!/bin/bash\ntrue\n').scripts;
    expect(script).toMatchObject({ name: 'a.sh', script: { shell: 'bash' } });
  });
});
