import { rmSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { copyLab, edit, pilotlight, useLab } from './pilotlight.ts';

useLab();
beforeEach(() => copyLab('inventory'));

describe('reimage', () => {
  test.each([
    [['reimage'], 'reimage takes names of nodes, or one of'],
    [['reimage', 'lenovo1', '--all'], 'reimage takes names of nodes, or one of'],
    [['reimage', '--resume', '--abort'], 'reimage takes names of nodes, or one of'],
    [['reimage', '--resume', '--plan'], '--plan is for a reimage that begins'],
    [['reimage', '--remove'], 'reimage takes names of nodes, or one of'],
    [['reimage', '--remove', '--changed'], '--remove is for nodes that are named'],
    [['reimage', '--remove', '--bootstrap', 'lenovo1'], '--remove and --bootstrap have nothing to do'],
    [['reimage', '--bootstrap', 'lenovo1', '--kubeconfig', 'k'], '--bootstrap asks the servers themselves'],
    [['reimage', 'lenovo1', '--context', 'lab'], 'name its file with --kubeconfig'],
    [['reimage', 'lenovo9'], 'no node named "lenovo9": did you mean lenovo1?'],
    [['reimage', '--all', '--drain-timeout', 'soon'], 'Write it as 90s, 5m or 1h.'],
    [['reimage', '--all', '--agents-at-a-time', 'few'], 'Write a number'],
    [['reimage', '--all', '--carry-out', 'missing.json'], 'cannot read missing.json: no such file or folder'],
  ])('refuses what makes no sense: %j', async (args, said) => {
    const { code, stdout, stderr } = await pilotlight(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(said);
  });

  test.each([
    ['target: directory', 'the storage of lab is a folder of this machine, which has no gate'],
    ['gate: static', 'the router of lab has no gate: router.gate is static'],
  ])('needs a gate: %s', async (setting, said) => {
    edit('inventory/site.yaml', 'router:\n', `router:\n  ${setting}\n`);
    for (const args of [['lenovo1'], ['--all', '--plan'], ['--resume'], ['--abort']]) {
      const { code, stderr } = await pilotlight(['reimage', ...args]);
      expect({ args, code }).toEqual({ args, code: 2 });
      expect(stderr).toContain(said);
    }
  });

  test('needs one site', async () => {
    rmSync('inventory', { recursive: true });
    copyLab('inventory/one');
    copyLab('inventory/two');
    edit('inventory/two/site.yaml', 'name: lab', 'name: other');
    const { code, stderr } = await pilotlight(['reimage', '--all']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        '✗ inventory holds 2 sites, and one is reimaged at a time\n  name one with --site: lab, other\n',
    });
  });

  test('says when the router does not answer, and has done nothing', async () => {
    edit('inventory/site.yaml', 'address: 192.168.26.1', 'address: 127.0.0.1');
    edit('inventory/site.yaml', '  ssh:\n', '  ssh:\n    port: 1\n');
    writeFileSync('key', 'none');
    const { code, stdout } = await pilotlight(['reimage', '--all', '--plan']);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  });
});
