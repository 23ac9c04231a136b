import { existsSync, readFileSync, rmSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { copyLab, edit, pilotlight, useLab } from './pilotlight.ts';

useLab();
beforeEach(() => copyLab('inventory'));

describe('report', () => {
  test('writes a page about the release, the same each time, without a value of a secret', async () => {
    const { code, stdout } = await pilotlight(['report'], { environment: { K3S_TOKEN: 'swordfish-1234' } });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '✓ lab.html\n' });
    const page = readFileSync('lab.html', 'utf8');
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(page).toContain('lenovo3<span class="under">.lab.home.lerenn.net</span>');
    expect(page).toContain('K3S_TOKEN</span>');
    expect(page).toContain('nodes/lenovo1.lab.home.lerenn.net/install.bootstrap.ipxe');
    expect(page).not.toContain('swordfish');
    expect(page).not.toContain('pilotlight:secret:K3S');
    await pilotlight(['report', '--out', 'again.html']);
    expect(readFileSync('again.html', 'utf8')).toBe(page);
  });

  test('says what changes since a release', async () => {
    await pilotlight(['publish', '--out', 'before']);
    edit('inventory/nodes/lenovo3.yaml', 'S4ENNX0R101758', 'S4ENNX0R109999');
    const { code } = await pilotlight(['report', '--against', 'before', '--out', 'change.html']);
    expect(code).toBe(0);
    const page = readFileSync('change.html', 'utf8');
    expect(page).toContain('id="plan-title">What changes');
    expect(page).toMatch(/1 data at risk<\/span>/);
    expect(page).toContain('Another machine goes by this name now');
  });

  test('tells of errors, where they keep a release from being made, and ends with 1', async () => {
    edit('inventory/nodes/lenovo2.yaml', '192.168.26.12', '192.168.26.11');
    const { code, stderr } = await pilotlight(['report', '--out', 'errors.html']);
    expect(code).toBe(1);
    expect(stderr).toContain('the inventory has errors');
    const page = readFileSync('errors.html', 'utf8');
    expect(page).toContain('Address already in use');
    expect(page).toContain('<mark>192.168.26.11</mark>');
    expect(page).toContain('No release:');
  });

  test('gives each of several sites a file of its own', async () => {
    rmSync('inventory', { recursive: true });
    for (const site of ['paris', 'lyon']) {
      copyLab(`inventory/${site}`);
      edit(`inventory/${site}/site.yaml`, 'name: lab', `name: ${site}`);
    }
    const { stdout } = await pilotlight(['report', '--out', 'all.html']);
    expect(stdout.split('\n').sort()).toEqual(['', '✓ all-lyon.html', '✓ all-paris.html']);
    expect(existsSync('all-paris.html')).toBe(true);
  });

  test('has nothing to say of a reimage where none was', async () => {
    const { code, stderr } = await pilotlight(['report', '--run', '--to', 'storage']);
    expect(code).toBe(2);
    expect(stderr).toContain('no reimage is noted on the storage of lab');
    expect((await pilotlight(['report', '--run', '--against', 'main'])).code).toBe(2);
  });
});
