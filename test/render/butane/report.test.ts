import { afterAll, describe, expect, test } from 'vitest';
import { createTranslator } from '../../../src/adapters/translator/createTranslator.ts';
import type { ButaneConfig } from '../../../src/render/butane/config.ts';
import { emitButane } from '../../../src/render/butane/emitButane.ts';
import { explainReport } from '../../../src/render/butane/report.ts';
import type { Finding } from '../../../src/shared/finding.ts';
import { merging, type OverlayText } from './merging.ts';

const translator = createTranslator();
afterAll(() => translator.close());

const nodeFile = 'inventory/nodes/lenovo1.yaml';
const headerLines = ['header'];

async function report(
  base: Omit<ButaneConfig, 'variant' | 'version'>,
  overlays: readonly OverlayText[],
  strict = true,
): Promise<Finding[]> {
  const { value, locate } = merging(base, ...overlays);
  const { entries } = await translator.translate(emitButane(value, headerLines), { strict });
  return explainReport(entries, value, { nodeFile, strict, headerLines, locate });
}

const said = (findings: readonly Finding[]) =>
  findings.map(({ code, severity, place, message, hint }) => [
    `${code} ${severity} ${place.file}:${place.line}:${place.column} ${message}`,
    ...(hint === undefined ? [] : [hint]),
  ]);

describe('a report of the translator', () => {
  test('is said at the lines of the overlay', async () => {
    const overlay = `systemd:
  units:
    - name: a.service
      contents: |
        [Unit
storage:
  files:
    - path: /ok
    - path: relative
      mode: 0644
`;
    expect(said(await report({ storage: { files: [{ path: '/base' }] } }, [overlay]))).toEqual([
      ['PL2030 error inventory/overlays/a.bu:9:13 path not absolute'],
      ['PL2030 error inventory/overlays/a.bu:4:17 invalid unit content: unable to find end of section'],
    ]);
  });

  test('finds the right overlay for a part that was merged in', async () => {
    const unit = (dropin: string, contents: string) =>
      `systemd:\n  units:\n    - name: a.service\n      dropins:\n        - name: ${dropin}\n          contents: "${contents}"\n`;
    expect(said(await report({}, [unit('1.conf', '[Unit]'), unit('2.conf', '[Unit')]))).toEqual([
      ['PL2030 error inventory/overlays/b.bu:6:21 invalid unit content: unable to find end of section'],
    ]);
  });

  test('says an unused key at the key, with a suggestion', async () => {
    const overlay = 'storage:\n  files:\n    - path: /a\n      contnets: {inline: x}\n';
    expect(said(await report({}, [overlay]))).toEqual([
      ['PL2031 error inventory/overlays/a.bu:4:7 unused key contnets', 'did you mean contents?'],
    ]);
    expect((await report({}, [overlay], false))[0]?.severity).toBe('warning');
  });

  test('that has only a line is said at the element', async () => {
    const overlay = 'storage:\n  files:\n    - path: /a\n    - path: /b\n      mode: many\n';
    const [found] = await report({}, [overlay]);
    expect(found).toMatchObject({
      code: 'PL2030',
      place: { file: 'inventory/overlays/a.bu', line: 4 },
      message: 'cannot unmarshal !!str `many` into int',
    });
  });

  test('of the built-in base is said at the node', async () => {
    const [found] = await report({ storage: { files: [{ path: 'relative' }] } }, []);
    expect(found).toMatchObject({
      code: 'PL2030',
      place: { file: nodeFile, line: 1, column: 1 },
      message: 'path not absolute, in the built-in storage.files relative',
    });
  });

  test('with neither path nor line is said at the node', () => {
    const { value, locate } = merging({});
    const entry = { severity: 'error', message: 'out of memory', path: [], line: 0 } as const;
    expect(explainReport([entry], value, { nodeFile, strict: true, headerLines, locate })).toMatchObject([
      { place: { file: nodeFile }, message: 'out of memory, in the configuration of this node' },
    ]);
  });
});
