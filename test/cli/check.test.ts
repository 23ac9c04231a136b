import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { copyLab, edit, pilotlight, timeless, useLab } from './pilotlight.ts';

useLab();

describe('check', () => {
  beforeEach(() => copyLab('inventory'));

  const twice = () => edit('inventory/nodes/lenovo2.yaml', '192.168.26.12', '192.168.26.11');

  test('says in one line that all is well', async () => {
    const { code, stdout, stderr } = await pilotlight(['check']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(timeless(stdout)).toMatch(/^✓ no findings · 3 nodes, \d+ files · N s\n$/);
  });

  test('shows an address that is used twice with both places and a free one', async () => {
    twice();
    const { code, stdout, stderr } = await pilotlight(['check']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(timeless(stdout).replace(/\d+ files/, 'N files')).toBe(
      [
        "inventory/nodes/lenovo2.yaml:6:10  error PL1204  address 192.168.26.11 is already lenovo1's",
        '    6 │ address: 192.168.26.11',
        '      │          ^^^^^^^^^^^^^ also at inventory/nodes/lenovo1.yaml:6:10',
        '    hint: free addresses near it: 192.168.26.12, .14',
        '✗ 1 error · 3 nodes, N files · N s',
        '',
      ].join('\n'),
    );
  });

  test('prints JSON that says the same', async () => {
    twice();
    const { code, stdout } = await pilotlight(['check', '--format', 'json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      summary: { errors: 1, warnings: 0, nodes: 3 },
      findings: [
        { code: 'PL1204', severity: 'error', file: 'inventory/nodes/lenovo2.yaml', line: 6, column: 10 },
      ],
    });
  });

  test('prints SARIF with the rule and the region', async () => {
    twice();
    const { code, stdout } = await pilotlight(['check', '-f', 'sarif']);
    const [run] = JSON.parse(stdout).runs;
    expect(code).toBe(1);
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(['PL1204']);
    expect(run.results[0].locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: 'inventory/nodes/lenovo2.yaml' },
      region: { startLine: 6, startColumn: 10 },
    });
  });

  test('prints annotations for GitHub', async () => {
    twice();
    const { code, stdout } = await pilotlight(['check', '--format=github']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::error file=inventory\/nodes\/lenovo2\.yaml,line=6,col=10,/);
  });

  test.each([
    ['json', /"errors": 0/],
    ['sarif', /"results": \[\]/],
    ['github', /^$/],
  ])('prints %s of an inventory without a flaw', async (format, expected) => {
    const { code, stdout } = await pilotlight(['check', '-f', format]);
    expect(code).toBe(0);
    expect(stdout).toMatch(expected);
  });

  test('ends with 0 when there are only warnings', async () => {
    rmSync('inventory/nodes/lenovo3.yaml');
    const { code, stdout } = await pilotlight(['check']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/warning PL\d{4} {2}.*\n[\s\S]*✓ 1 warning · 2 nodes/);
  });

  test('finds a mistake in an overlay where it is written, together with the others', async () => {
    twice();
    const overlay = 'inventory/overlays/longhorn.bu';
    writeFileSync(
      overlay,
      `${readFileSync(overlay, 'utf8')}passwd:\n  users:\n    - name: x\n      shel: /bin/sh\n`,
    );
    const { code, stdout } = await pilotlight(['check', '-f', 'json']);
    const files = JSON.parse(stdout).findings.map(({ file }: { file: string }) => file);
    expect(code).toBe(1);
    expect(files).toContain(overlay);
    expect(files).toContain('inventory/nodes/lenovo2.yaml');
  });

  test('cuts the twenty-first finding of a code off, unless all are asked for', async () => {
    const keys = Array.from({ length: 25 }, (_, index) => `unknown${index}: 1\n`).join('');
    writeFileSync('inventory/site.yaml', readFileSync('inventory/site.yaml', 'utf8') + keys);
    const cut = await pilotlight(['check']);
    expect(cut.stdout).toMatch(/… and 5 more of PL\d{4} .*: --all shows them/);
    const all = await pilotlight(['check', '--all']);
    expect(all.stdout.match(/unknown key unknown\d+/g)).toHaveLength(25);
    expect(all.stdout).not.toContain('… and');
  });

  test('answers the same from the cache, without it, and when it is broken', async () => {
    const run = async (...args: string[]) => timeless((await pilotlight(['check', ...args])).stdout);
    const first = await run('--no-cache');
    expect(await run()).toBe(first);
    expect(await run()).toBe(first);
    rmSync('.cache', { recursive: true });
    writeFileSync('.cache', 'a file where the folder should be');
    expect(await run()).toBe(first);
    rmSync('.cache');
  });
});

describe('an inventory that is not there', () => {
  test('is explained once', async () => {
    const { code, stdout } = await pilotlight(['--inventory', 'nowhere', 'check']);
    expect(code).toBe(1);
    expect(stdout).toContain('there is no folder nowhere');
    expect(stdout.match(/error PL/g)).toHaveLength(1);
  });

  test('is explained when the folder is empty', async () => {
    mkdirSync('empty');
    const { code, stdout } = await pilotlight(['-i', 'empty', 'check']);
    expect(code).toBe(1);
    expect(stdout).toContain('the folder empty is empty');
    expect(stdout).toContain('hint: a site begins with site.yaml');
    expect(stdout.match(/error PL/g)).toHaveLength(1);
  });
});

test('two sites of one name are told apart by nothing, so that is an error', async () => {
  copyLab('sites/north');
  copyLab('sites/south');
  const { code, stdout } = await pilotlight(['-i', 'sites', 'check']);
  expect(code).toBe(1);
  expect(stdout).toContain(
    'sites/south/site.yaml:3:7  error PL1297  site lab has the name of the one in sites/north',
  );
  expect(stdout).toContain('also at sites/north/site.yaml:3:7');
  const published = await pilotlight(['-i', 'sites', 'render', '--out', 'both']);
  expect(published.code).toBe(1);
  expect(readdirSync('both')).toEqual(['lab']);
});

describe('colour', () => {
  const escapeCode = '\u001b[';
  const check = async (args: string[], environment: NodeJS.ProcessEnv, terminal: boolean) =>
    (await pilotlight(['check', ...args], { environment, terminal })).stdout.includes(escapeCode);

  test.each([
    ['is on on a terminal', [], {}, true, true],
    ['is off in a pipe', [], {}, false, false],
    ['is off with --no-color', ['--no-color'], { FORCE_COLOR: '1' }, true, false],
    ['is off with NO_COLOR', [], { NO_COLOR: '1' }, true, false],
    ['is not off with an empty NO_COLOR', [], { NO_COLOR: '' }, true, true],
    ['is on with FORCE_COLOR', [], { FORCE_COLOR: '1' }, false, true],
    ['is off with FORCE_COLOR=0', [], { FORCE_COLOR: '0' }, true, false],
    ['is off on a dumb terminal', [], { TERM: 'dumb' }, true, false],
  ])('%s', async (_, args, environment, terminal, expected) => {
    copyLab('inventory');
    expect(await check(args, environment, terminal)).toBe(expected);
  });
});
