import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { copyLab, edit, pilotlight, useLab } from './pilotlight.ts';

useLab();
beforeEach(() => copyLab('inventory'));

const config = 'nodes/lenovo1.lab.home.lerenn.net/config.bu';

/** Paths of all files below a folder. */
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length + 1))
    .sort();

describe('render', () => {
  test('lists what is rendered, in order, with sizes', async () => {
    const { code, stdout } = await pilotlight(['render']);
    const [head, ...rows] = stdout.trimEnd().split('\n');
    const paths = rows.map((row) => row.split(/ +/)[0] ?? '');
    expect(code).toBe(0);
    expect(head).toMatch(/^FILE +BYTES$/);
    expect(paths).toEqual([...paths].sort());
    expect(paths).toContain('boot.ipxe');
    expect(paths).toContain('nodes/lenovo1.lab.home.lerenn.net/install.bootstrap.ipxe');
    expect(rows.every((row) => /^\S+ +\d+$/.test(row))).toBe(true);
  });

  test('prints one file and nothing else', async () => {
    const { code, stdout, stderr } = await pilotlight(['render', config]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^# lenovo1\.lab\.home\.lerenn\.net/);
    expect(stdout).toContain('variant: fcos');
  });

  test('says which files there are when one is not', async () => {
    const { code, stdout, stderr } = await pilotlight(['render', 'nodes/lenovo9/config.bu']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('✗ no file nodes/lenovo9/config.bu is rendered\n  for example boot.ipxe');
  });

  test('prints a file of an inventory with errors elsewhere, and ends with 1', async () => {
    edit('inventory/nodes/lenovo2.yaml', '192.168.26.12', '192.168.26.11');
    const { code, stdout, stderr } = await pilotlight(['render', config]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^# lenovo1/);
    expect(stderr).toContain('the inventory has errors (1)');
  });

  test('tells the files of several sites apart', async () => {
    copyLab('sites/north');
    copyLab('sites/south');
    edit('sites/south/site.yaml', 'name: lab', 'name: south');
    const { stdout } = await pilotlight(['-i', 'sites', 'render']);
    expect(stdout).toMatch(/^lab\/boot\.ipxe /m);
    expect(stdout).toMatch(/^south\/boot\.ipxe /m);
    const one = await pilotlight(['-i', 'sites', 'render', 'south/boot.ipxe']);
    expect(one.stdout).toContain('# Entry of site south');
    const { code } = await pilotlight(['-i', 'sites', 'render', '--out', 'both']);
    expect(code).toBe(0);
    expect(readdirSync('both').sort()).toEqual(['lab', 'south']);
  });
});

describe('render --out', () => {
  test('writes what it prints, to a new folder and to an empty one', async () => {
    mkdirSync('empty');
    for (const folder of ['new/tree', 'empty']) {
      const { code, stdout } = await pilotlight(['render', '--out', folder]);
      expect(code).toBe(0);
      expect(stdout).toBe(`✓ ${filesIn(folder).length} files in ${folder}\n`);
      const printed = await pilotlight(['render', config]);
      expect(readFileSync(`${folder}/${config}`, 'utf8')).toBe(printed.stdout);
    }
    expect(filesIn('new/tree')).toEqual(filesIn('empty'));
  });

  test('replaces a release with another one', async () => {
    await pilotlight(['render', '-o', 'tree']);
    edit('inventory/nodes/lenovo3.yaml', '192.168.26.13', '192.168.26.14');
    const { code } = await pilotlight(['render', '-o', 'tree']);
    expect(code).toBe(0);
    expect(readFileSync('tree/nodes/lenovo3.lab.home.lerenn.net/config.bu', 'utf8')).toContain(
      '192.168.26.14',
    );
  });

  test.each([
    ['of other files', { 'thesis.txt': 'years' }, 'holds thesis.txt'],
    ['with a manifest of something else', { 'manifest.json': '{"name":"app"}', 'a.js': '' }, 'holds a.js'],
    ['with a manifest that is no JSON', { 'manifest.json': 'x' }, 'holds manifest.json'],
  ])('refuses a folder %s and leaves it alone', async (name, files, why) => {
    const folder = name.replaceAll(' ', '-');
    mkdirSync(folder);
    for (const [file, text] of Object.entries(files)) writeFileSync(`${folder}/${file}`, text);
    const { code, stderr } = await pilotlight(['render', '--out', folder]);
    expect(code).toBe(4);
    expect(stderr).toContain(`${folder} ${why}`);
    expect(stderr).toContain('name an empty folder');
    expect(filesIn(folder)).toEqual(Object.keys(files).sort());
  });

  test('refuses a release that somebody put a file beside', async () => {
    await pilotlight(['render', '-o', 'mixed']);
    writeFileSync('mixed/notes.txt', 'mine');
    const { code, stderr } = await pilotlight(['render', '-o', 'mixed']);
    expect(code).toBe(4);
    expect(stderr).toContain('mixed holds notes.txt');
    expect(readFileSync('mixed/notes.txt', 'utf8')).toBe('mine');
  });

  test('refuses to put a folder where a file is', async () => {
    writeFileSync('file.txt', 'mine');
    const { code, stderr } = await pilotlight(['render', '-o', 'file.txt']);
    expect(code).toBe(4);
    expect(stderr).toContain('file.txt is a file, so it was left as it is');
    expect(readFileSync('file.txt', 'utf8')).toBe('mine');
  });

  test('says what the disk said when it cannot be written', async () => {
    writeFileSync('in-the-way', '');
    const { code, stderr } = await pilotlight(['render', '-o', 'in-the-way/tree']);
    expect(code).toBe(3);
    expect(stderr).toMatch(/^✗ cannot write in-the-way\/tree: .*(not a folder|already)/);
  });

  test('writes nothing of a site that has errors', async () => {
    edit('inventory/nodes/lenovo2.yaml', '192.168.26.12', '192.168.26.11');
    const { code, stdout, stderr } = await pilotlight(['render', '-o', 'nothing']);
    expect(code).toBe(1);
    expect(stdout).toContain('error PL1204');
    expect(stderr).toContain('✗ nothing was written for a site that has errors');
    expect(readdirSync('.')).not.toContain('nothing');
  });
});
