import { mkdirSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { requireTool } from '../tools/tools.ts';
import { pilotlight, useLab } from './pilotlight.ts';

useLab();

const files = {
  'boot.ipxe': '#!ipxe\nchian http://192.168.26.1/x\n',
  'fine.ipxe': '#!ipxe\nchain http://192.168.26.1/x\n',
  'config.bu': 'variant: fcos\nversion: 1.6.0\nstorage:\n  files:\n    - path: relative\n',
  'config.ign': '{"ignition":{"version":"3.5.0"},"storage":{"files":[{"path":"/etc/x","mod":420}]}}\n',
  'broken.ign': '{"ignition":\n',
  'x.service': '[Unit]\nDescription=x\n\n[Service]\nExecStrat=/bin/true\n',
  'x.sh': '#!/bin/sh\ncd /x\n',
};

beforeAll(() => {
  for (const [name, text] of Object.entries(files)) writeFileSync(name, text);
});

describe('lint', () => {
  test.each([
    ['boot.ipxe', 2],
    ['config.bu', 5],
    ['config.ign', 1],
    ['broken.ign', 2],
    ['x.service', 5],
  ])('finds what is wrong in %s, at line %i', async (name, line) => {
    const { code, stdout } = await pilotlight(['lint', name]);
    expect(code).toBe(1);
    expect(stdout).toContain(`${name}:${line}:`);
    expect(stdout).toMatch(/✗ \d+ errors?.* · 1 file/);
  });

  test('has shellcheck look at scripts', async (context) => {
    requireTool('shellcheck', context);
    const { stdout } = await pilotlight(['lint', 'x.sh', '-f', 'json']);
    expect(JSON.parse(stdout).findings).toMatchObject([{ file: 'x.sh', line: 2, column: 1 }]);
  });

  test('takes several files at once, in the order of a report', async () => {
    const { code, stdout } = await pilotlight(['lint', 'x.service', 'fine.ipxe', 'boot.ipxe', '-f', 'json']);
    const found = JSON.parse(stdout).findings.map(({ file }: { file: string }) => file);
    expect(code).toBe(1);
    expect([...new Set(found)]).toEqual(['boot.ipxe', 'x.service']);
  });

  test('ends with 0 when nothing is wrong', async () => {
    const { code, stdout } = await pilotlight(['lint', 'fine.ipxe']);
    expect({ code, findings: stdout.startsWith('✓ no findings · 1 file') }).toEqual({
      code: 0,
      findings: true,
    });
  });

  test('takes every overlay of the example', async () => {
    expect(await pilotlight(['lint', 'inventory/overlays/longhorn.bu'])).toMatchObject({
      code: 0,
      stderr: '',
    });
  });

  test.each([
    ['missing.bu', 'no such file or folder'],
    ['inventory', 'it is a folder'],
  ])('says why %s cannot be read', async (name, why) => {
    const { code, stderr } = await pilotlight(['lint', 'fine.ipxe', name]);
    expect(code).toBe(2);
    expect(stderr).toBe(`✗ cannot read ${name}: ${why}\n  name files that are there\n`);
  });

  test('asks for a file when none is named', async () => {
    const { code, stderr } = await pilotlight(['lint']);
    expect(code).toBe(2);
    expect(stderr).toContain("✗ missing required argument 'file'");
  });

  test('works where there is no inventory at all', async () => {
    mkdirSync('bare', { recursive: true });
    const { code } = await pilotlight(['-i', 'bare', 'lint', 'fine.ipxe']);
    expect(code).toBe(0);
  });

  test('survives a file of bytes', async () => {
    for (const name of ['noise.bu', 'noise.ign', 'noise.ipxe', 'noise.service', 'noise.sh', 'noise']) {
      writeFileSync(
        name,
        Uint8Array.from({ length: 4096 }, (_, index) => (index * 131) & 255),
      );
      const { code, stdout, stderr } = await pilotlight(['lint', name, '-f', 'json']);
      expect([0, 1, 2]).toContain(code);
      for (const { line } of code === 2 ? [] : JSON.parse(stdout).findings) expect(line).toBeGreaterThan(0);
      expect(stderr === '').toBe(code !== 2);
    }
  });
});
