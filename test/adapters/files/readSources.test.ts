import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { maxEntries, maxFileBytes } from '../../../src/adapters/files/caps.ts';
import { readSources } from '../../../src/adapters/files/readSources.ts';

let root: string;
let before: string;

beforeEach(() => {
  before = process.cwd();
  root = mkdtempSync(path.join(tmpdir(), 'pilotlight-files-'));
  process.chdir(root);
});

afterEach(() => {
  process.chdir(before);
  rmSync(root, { recursive: true, force: true });
});

/** Writes a file, with the folders above it. */
function write(file: string, content: string | Uint8Array = 'x\n'): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function link(target: string, file: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  symlinkSync(target, file);
}

/** Relative paths and findings of the only site. */
async function site(folder = 'inventory'): Promise<{ files: string[]; findings: string[] }> {
  const [only, ...others] = await readSources(folder);
  expect(others).toEqual([]);
  return {
    files: [...(only?.files.keys() ?? [])],
    findings: (only?.findings ?? []).map(({ code, place, message }) => `${code} ${place.file}: ${message}`),
  };
}

describe('one site', () => {
  beforeEach(() => write('inventory/site.yaml', 'domain: a.b\n'));

  test('all files, by path, with their bytes and whether they are executable', async () => {
    write('inventory/nodes/b.yaml');
    write('inventory/nodes/a.yaml');
    write('inventory/files/run.sh', '#!/bin/sh\n');
    chmodSync('inventory/files/run.sh', 0o755);
    const [only] = await readSources('inventory');
    expect(only?.findings).toEqual([]);
    expect([...(only?.files.keys() ?? [])]).toEqual([
      'files/run.sh',
      'nodes/a.yaml',
      'nodes/b.yaml',
      'site.yaml',
    ]);
    const run = only?.files.get('files/run.sh');
    expect(run).toMatchObject({ path: 'inventory/files/run.sh', relative: 'files/run.sh', executable: true });
    expect(only?.files.get('nodes/a.yaml')?.executable).toBe(false);
    expect(new TextDecoder().decode(run?.bytes)).toBe('#!/bin/sh\n');
  });

  test.each([
    ['inventory/', 'inventory', 'inventory/site.yaml'],
    ['./inventory', 'inventory', 'inventory/site.yaml'],
    ['inventory/../inventory', 'inventory', 'inventory/site.yaml'],
  ])('the folder %s is %s', async (typed, folder, file) => {
    const [only] = await readSources(typed);
    expect([only?.folder, only?.files.get('site.yaml')?.path]).toEqual([folder, file]);
  });

  test('the folder that the command runs in', async () => {
    process.chdir('inventory');
    const [only] = await readSources('.');
    expect(only?.files.get('site.yaml')?.path).toBe('site.yaml');
  });

  test('what editors and systems leave behind is not there; a hidden file of a tree is', async () => {
    for (const name of [
      '.gitignore',
      '.site.yaml.swp',
      'site.yaml~',
      '#site.yaml#',
      'nodes/.#a.yaml',
      'nodes/a.yaml.bak',
    ]) {
      write(`inventory/${name}`);
    }
    write('inventory/.git/config');
    write('inventory/files/home/.bashrc');
    write('inventory/files/home/.DS_Store');
    expect(await site()).toEqual({ files: ['files/home/.bashrc', 'site.yaml'], findings: [] });
  });

  test('an empty file', async () => {
    write('inventory/nodes/a.yaml', '');
    const [only] = await readSources('inventory');
    expect(only?.files.get('nodes/a.yaml')?.bytes).toHaveLength(0);
  });

  test('links inside of the inventory are followed, to files and to folders', async () => {
    write('inventory/shared/a.bu', 'shared');
    link('../shared/a.bu', 'inventory/overlays/b.bu');
    link('shared', 'inventory/again');
    expect(await site()).toEqual({
      files: ['again/a.bu', 'overlays/b.bu', 'shared/a.bu', 'site.yaml'],
      findings: [],
    });
  });

  test('PL1021: links that leave it', async () => {
    write('outside/secret');
    write('inventory-2/x');
    link('../outside/secret', 'inventory/a');
    link('../outside', 'inventory/b');
    link('/etc/passwd', 'inventory/c');
    link('../inventory-2/x', 'inventory/d');
    expect(await site()).toEqual({
      files: ['site.yaml'],
      findings: [
        'PL1021 inventory/a: the link to "../outside/secret" leaves the inventory',
        'PL1021 inventory/b: the link to "../outside" leaves the inventory',
        'PL1021 inventory/c: the link to "/etc/passwd" leaves the inventory',
        'PL1021 inventory/d: the link to "../inventory-2/x" leaves the inventory',
      ],
    });
  });

  test('PL1021: a link to a link that leaves it', async () => {
    link('/etc', 'inventory/files/a');
    link('files/a', 'inventory/b');
    expect((await site()).findings.map((each) => each.slice(0, 6))).toEqual(['PL1021', 'PL1021']);
  });

  test('PL1022: links that lead nowhere, to themselves or around', async () => {
    link('missing', 'inventory/a');
    link('b', 'inventory/b');
    link('..', 'inventory/nodes/c');
    link('.', 'inventory/d');
    expect(await site()).toEqual({
      files: ['site.yaml'],
      findings: [
        'PL1022 inventory/a: the link to "missing" leads nowhere',
        'PL1022 inventory/b: the link to "b" leads nowhere',
        'PL1022 inventory/d: the link leads to a folder around it',
        'PL1022 inventory/nodes/c: the link leads to a folder around it',
      ],
    });
  });

  test('PL1023: a pipe, at once, and a link to one', async () => {
    execFileSync('mkfifo', ['inventory/pipe']);
    link('pipe', 'inventory/to-pipe');
    expect(await site()).toEqual({
      files: ['site.yaml'],
      findings: [
        'PL1023 inventory/pipe: it is neither a file nor a folder',
        'PL1023 inventory/to-pipe: it is neither a file nor a folder',
      ],
    });
  });

  test('PL1006: a large file', async () => {
    write('inventory/files/disk.img');
    truncateSync('inventory/files/disk.img', maxFileBytes + 1);
    expect(await site()).toEqual({
      files: ['site.yaml'],
      findings: [
        `PL1006 inventory/files/disk.img: the file has ${maxFileBytes + 1} bytes; at most ${maxFileBytes} are read`,
      ],
    });
  });

  test('PL1025: folders that grow without bound through links', async () => {
    write('inventory/l0/file');
    for (let level = 1; level < 20; level++) {
      link(`../l${level - 1}`, `inventory/l${level}/a`);
      link(`../l${level - 1}`, `inventory/l${level}/b`);
    }
    const { findings } = await site();
    expect(findings).toEqual([
      `PL1025 inventory: the inventory has more than ${maxEntries} files and folders`,
    ]);
  });

  test('PL1026: names that no configuration can have', async () => {
    write('inventory/files/a\nb');
    write('inventory/files/a\\b');
    writeFileSync(Buffer.from([...Buffer.from('inventory/files/'), 0xff]), '');
    expect((await site()).findings).toEqual([
      'PL1026 inventory/files: the file name "a\\\\b" cannot be used in a configuration',
      'PL1026 inventory/files: the file name "a\\nb" cannot be used in a configuration',
      'PL1026 inventory/files: the file name "\ufffd" cannot be used in a configuration',
    ]);
  });
});

describe('several sites', () => {
  test('each folder with a site.yaml is one, by name; links between them hold', async () => {
    write('inventory/b/site.yaml');
    write('inventory/a/site.yaml');
    write('inventory/common/x.bu');
    link('../common', 'inventory/a/overlays');
    const sites = await readSources('inventory');
    expect(sites.map(({ folder, files, findings }) => [folder, [...files.keys()], findings])).toEqual([
      ['inventory/a', ['overlays/x.bu', 'site.yaml'], []],
      ['inventory/b', ['site.yaml'], []],
    ]);
  });

  test('a link to a site elsewhere is none', async () => {
    write('elsewhere/site.yaml');
    write('inventory/a/site.yaml');
    link('../elsewhere', 'inventory/b');
    expect((await readSources('inventory')).map(({ folder }) => folder)).toEqual(['inventory/a']);
  });
});

describe('PL1020: no inventory', () => {
  test.each([
    ['no folder', () => {}, 'there is no folder inventory', 'root of the repository'],
    ['a file', () => write('inventory'), 'inventory is not a folder', 'the folder that holds site.yaml'],
    [
      'an empty folder',
      () => mkdirSync('inventory'),
      'the folder inventory is empty',
      'begins with site.yaml',
    ],
    [
      'only nodes',
      () => write('inventory/nodes/a.yaml'),
      'neither inventory nor a folder in it has a site.yaml',
      'begins with',
    ],
    [
      'site.yml',
      () => write('inventory/site.yml'),
      'inventory has no site.yaml',
      'rename site.yml to site.yaml',
    ],
  ])('%s', async (_name, make, message, hint) => {
    make();
    const [only] = await readSources('inventory');
    expect(only).toMatchObject({ folder: 'inventory', files: new Map() });
    expect(only?.findings).toEqual([
      {
        code: 'PL1020',
        severity: 'error',
        message,
        hint: expect.stringContaining(hint),
        place: { file: 'inventory/site.yaml', line: 1, column: 1 },
      },
    ]);
  });
});
