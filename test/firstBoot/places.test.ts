import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { requireTool } from '../tools/tools.ts';
import { writeImage } from './lab/image.ts';
import type { MachineWanted } from './lab/lab.ts';
import { nodes } from './lab/site.ts';
import { unitNames } from './lab/units.ts';
import { useLab } from './lab/useLab.ts';

const useServer1 = useLab(nodes.server1);
const variants: readonly MachineWanted[] = [
  { node: 'server1', variant: 'bootstrap' },
  { node: 'server1', variant: 'join' },
  { node: 'agent1', variant: 'agent' },
  { node: 'plain', variant: 'none' },
];

/** Everything outside of where Fedora CoreOS can be written. */
function readOnlyPart(root: string): string[] {
  const below = (path: string): string[] =>
    readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry) => {
      const own = join(path, entry.name);
      if (own === 'etc' || own === 'var') return [];
      return [own, ...(entry.isDirectory() ? below(own) : [])];
    });
  return below('').sort();
}

describe.each(variants)('$variant', (wanted) => {
  test('writes only where Fedora CoreOS can be written', async (context) => {
    const lab = await useServer1(context);
    await lab.siblings.are({ '192.168.26.12': { kind: 'answers', ca: lab.ca } });
    const machine = await lab.machine(wanted, context);
    const { units } = await machine.boot({ attempts: 1 });
    expect(machine.lab('unmodelled')).toEqual([]);
    const image = mkdtempSync('/dev/shm/pilotlight-image-');
    context.onTestFinished(() => rmSync(image, { recursive: true }));
    writeImage(image);
    expect(readOnlyPart(machine.folders.root)).toEqual(readOnlyPart(image));
    for (const unit of units.keys())
      expect(machine.journal(unit.replace('.service', ''))).not.toContain('Read-only');
  });

  test('runs nothing that has not the label of a program', async (context) => {
    const lab = await useServer1(context);
    const machine = await lab.machine(wanted, context);
    await machine.boot({ attempts: 1 });
    const labelled = machine.lab('labelled').map((line) => line.split('/').at(-1));
    const programs = readdirSync(join(machine.folders.root, 'var/usrlocal/bin')).filter((name) =>
      name.startsWith('pilotlight'),
    );
    for (const name of programs) expect(labelled).toContain(name);
    // The model of systemd runs no other, as the one with SELinux does.
    expect(machine.journal('pilotlight-first-boot')).not.toContain('Permission denied');
    const unit = machine.text('etc/systemd/system/pilotlight-labels.service');
    expect(unit).toContain('ConditionSecurity=selinux\n');
  });

  test('has units that systemd takes, as Ignition wrote them', async (context) => {
    const program = requireTool('systemd-analyze', context);
    const lab = await useServer1(context);
    const { folders } = await lab.machine(wanted, context);
    const system = join(folders.root, 'usr/lib/systemd/system');
    cpSync('/usr/lib/systemd/system', system, { recursive: true, verbatimSymlinks: true });
    for (const path of ['usr/bin/rm', 'usr/bin/chcon', 'usr/bin/systemctl', 'usr/sbin/restorecon'])
      cpSync('/usr/bin/true', join(folders.root, path));
    const { status, stdout, stderr } = spawnSync(
      program,
      ['verify', `--root=${folders.root}`, '--man=no', ...unitNames(folders.root)],
      { encoding: 'utf8' },
    );
    expect({ status, output: stdout + stderr }).toEqual({ status: 0, output: '' });
  });
});
