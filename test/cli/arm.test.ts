import { beforeEach, describe, expect, test } from 'vitest';
import { copyLab, edit, pilotlight, useLab } from './pilotlight.ts';

useLab();
beforeEach(() => copyLab('inventory'));

describe('arm', () => {
  test('asks for missing secrets before it asks the router anything', async () => {
    const { code, stdout, stderr } = await pilotlight(['arm', 'lenovo2']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('K3S_TOKEN: looked for in $PILOTLIGHT_SECRET_K3S_TOKEN, $K3S_TOKEN\n');
  });

  test.each([
    [['arm'], "missing required argument 'node'"],
    [['arm', 'lenovo2', '--for', 'ever'], 'Write it as 90s, 5m or 1h.'],
    [['arm', 'lenovo2', '--for', '25h'], 'for a day at most'],
    [['arm', 'lenovo1', '--variant', 'bootstrap'], 'say so with --bootstrap too'],
    [['arm', 'lenovo2', '--variant', 'alone'], "argument 'alone' is invalid"],
    [['disarm'], 'disarm takes names of nodes, or --all'],
    [['disarm', 'lenovo2', '--all'], 'disarm takes names of nodes, or --all'],
  ])('refuses what makes no sense: %j', async (args, said) => {
    const { code, stdout, stderr } = await pilotlight(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(said);
  });
});

test.each([['arm', 'lenovo2'], ['disarm', '--all'], ['armed'], ['discover'], ['known-hosts']])(
  '%s needs a router: a folder has no gate',
  async (...args) => {
    edit('inventory/site.yaml', 'router:\n', 'router:\n  target: directory\n');
    const environment = { PATH: process.env.PATH, K3S_TOKEN: 'x' };
    const { code, stdout, stderr } = await pilotlight(args, { environment });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('the storage of lab is a folder of this machine, which has no gate');
  },
);

test.each(['discover', 'known-hosts'])(
  'a router that only serves files has no gate to ask: %s',
  async (command) => {
    edit('inventory/site.yaml', 'router:\n', 'router:\n  gate: static\n');
    const { code, stderr } = await pilotlight([command]);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        '✗ the router of lab has no gate: router.gate is static\n  set router.gate: cgi, then pilotlight router apply\n',
    });
  },
);
