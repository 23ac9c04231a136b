import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Variant } from '../../../src/inventory/model/node.ts';
import { baseConfig } from '../../../src/render/base/config.ts';
import type { ButaneConfig } from '../../../src/render/butane/config.ts';
import { requireTool } from '../../tools/tools.ts';
import { node, site } from '../fixtures/lab.ts';

const variants: readonly Variant[] = ['bootstrap', 'join', 'agent', 'none'];
/** What the image has, and the units name. */
const ofTheImage = ['/usr/bin/rm', '/usr/bin/systemctl', '/usr/bin/chcon', '/usr/sbin/restorecon'];

/** What all others wait for. */
const prepares = new Set(['pilotlight-fresh.service', 'pilotlight-labels.service']);

function ownUnits(config: ButaneConfig): ReadonlyMap<string, string> {
  return new Map(config.systemd?.units?.map(({ name, contents }) => [name, contents ?? '']));
}

function programsOf(config: ButaneConfig): string[] {
  return (config.storage?.files ?? []).filter(({ mode }) => mode === 0o755).map(({ path }) => path);
}

/** The values of a directive that is a list, or several lines. */
function values(text: string, key: string): string[] {
  return [...text.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].flatMap(([, line = '']) => line.split(' '));
}

/** A root folder with a configuration's files and units, the units of systemd, and stand-ins for what the image has. */
function writeRoot(root: string, config: ButaneConfig): void {
  const write = (path: string, text: string, mode = 0o644) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    chmodSync(join(root, path), mode);
  };
  cpSync('/usr/lib/systemd/system', join(root, 'usr/lib/systemd/system'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  for (const path of ofTheImage) write(path, '#!/bin/sh\n', 0o755);
  for (const { path, mode, contents } of config.storage?.files ?? [])
    write(path, contents?.inline ?? '', mode);
  for (const [name, text] of ownUnits(config)) write(`etc/systemd/system/${name}`, text);
}

/** What systemd-analyze has to say of a configuration's units. */
function verify(program: string, config: ButaneConfig): { status: number | null; output: string } {
  const root = mkdtempSync(join(tmpdir(), 'pilotlight-units-'));
  try {
    writeRoot(root, config);
    const args = ['verify', `--root=${root}`, '--man=no', ...ownUnits(config).keys()];
    const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
    return { status, output: stdout + stderr };
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** The same configuration with a text in the place of another, in all units. */
function withUnits(config: ButaneConfig, from: string, to: string): ButaneConfig {
  const units = config.systemd?.units?.map((unit) => ({
    ...unit,
    contents: (unit.contents ?? '').replace(from, to),
  }));
  return { ...config, systemd: { units: units ?? [] } };
}

describe.each(variants)('units of the first boot: %s', (variant) => {
  const config = baseConfig(site(), node(), variant);
  const units = ownUnits(config);

  test('systemd takes them', (context) => {
    const program = requireTool('systemd-analyze', context);
    expect(verify(program, config)).toEqual({ status: 0, output: '' });
  });

  test('they run what is there, after it got the label of programs', () => {
    const labels = units.get('pilotlight-labels.service') ?? '';
    const [, ...labelled] = values(labels, 'ExecStart').filter((word) => word.startsWith('/usr/local/'));
    expect(new Set(labelled)).toEqual(new Set(programsOf(config)));
    for (const [name, text] of units) {
      if (prepares.has(name)) continue;
      expect(values(text, 'After')).toContain('pilotlight-fresh.service');
      expect(values(text, 'After')).toContain('pilotlight-labels.service');
      const [program] = values(text, 'ExecStart');
      expect(programsOf(config)).toContain(program);
    }
  });

  test('each stamp that a script writes is forgotten by a new installation', () => {
    const written = (config.storage?.files ?? []).flatMap(({ contents }) => [
      ...(contents?.inline ?? '').matchAll(/(?:stamp "\$state|^installed=\$state)\/([\w-]+)/gm),
    ]);
    const forgotten = values(units.get('pilotlight-fresh.service') ?? '', 'ExecStart');
    expect(written.length).toBeGreaterThan(1);
    for (const [, stamp] of written) expect(forgotten).toContain(`/var/lib/pilotlight/${stamp}`);
  });

  test('they wait for nothing that nobody starts, nor for a unit of K3s itself', () => {
    const known = new Set([...units.keys(), 'network-online.target', 'sshd-keygen.target']);
    for (const text of units.values()) {
      const waited = [...values(text, 'After'), ...values(text, 'Wants'), ...values(text, 'Before')];
      expect(waited.filter((name) => !known.has(name))).toEqual([]);
      // One that requires another does not come up when that one only does so at its second try.
      expect(text).not.toMatch(/^(Requires|BindsTo|Requisite)=/m);
    }
  });

  test('what fails is tried again for ever, and K3s is told of', () => {
    for (const [name, text] of units) {
      if (prepares.has(name)) continue;
      expect(text).toMatch(/^StartLimitIntervalSec=0$/m);
      expect(text).toMatch(/^Restart=on-failure$/m);
      const reported = /^ExecStopPost=-\/usr\/local\/bin\/pilotlight-report failed %n$/m.test(text);
      expect({ name, reported }).toEqual({ name, reported: name.includes('-k3s-') });
    }
  });
});

describe('systemd-analyze would see', () => {
  const config = baseConfig(site(), node(), 'join');

  test.for([
    [
      'a program that is not there',
      'bin/pilotlight-k3s-fetch\n',
      'bin/pilotlight-k3s-get\n',
      /not executable/,
    ],
    ['a directive that is none', 'Restart=', 'Restarts=', /Unknown key/],
    [
      'units that wait for each other',
      'After=network-online.target',
      'After=network-online.target pilotlight-ready.service',
      /ordering cycle/,
    ],
  ] as const)('%s', ([, from, to, complaint], context) => {
    const program = requireTool('systemd-analyze', context);
    expect(verify(program, withUnits(config, from, to)).output).toMatch(complaint);
  });
});
