import type { MachineDisk, MachineK3s, MachineView } from '../plan/facts.ts';
import { readBlockDevices } from './blockDevices.ts';
import { type DiskLink, machineDisks } from './disks.ts';
import { readGeneration } from './generation.ts';

/** What a machine said of itself, understood; undefined where it did not come to the end. What makes no sense is left out. */
export function readView(text: string): MachineView | undefined {
  const lines = text.split('\n');
  if (lines.at(-2) !== 'end' || lines.at(-1) !== '') return undefined;
  const words = lines.map((line) => line.split(' '));
  const rows = (fact: string): string[][] =>
    words.flatMap(([first, ...rest]) => (first === fact ? [rest] : []));
  const textOf = (fact: string): string =>
    rows(fact)
      .map((rest) => rest.join(' '))
      .filter((line) => line.startsWith('+'))
      .map((line) => line.slice(1))
      .join('\n');

  const bootId = rows('boot')[0]?.[0];
  const generation = readGeneration(textOf('generation'));
  const coreos = /^OSTREE_VERSION=['"]?([0-9.]{1,40})['"]?$/m.exec(textOf('system'))?.[1];
  const k3s = readK3s(textOf('k3s'), rows('unit'));
  const macs = readMacs(rows('mac'));
  const disks = readDisks(textOf('lsblk'), rows('link'));
  return {
    answers: true,
    ...(generation === undefined ? {} : { generation }),
    ...(disks === undefined ? {} : { disks }),
    ...(macs.length === 0 ? {} : { macs }),
    ...(bootId === undefined || !/^[0-9a-f-]{36}$/.test(bootId) ? {} : { bootId }),
    ...(coreos === undefined ? {} : { coreos }),
    ...(k3s === undefined ? {} : { k3s }),
  };
}

/** `k3s version v1.35.2+k3s1 (1d4e5f6a)`, and what systemd says of its units. */
function readK3s(text: string, units: readonly (readonly string[])[]): MachineK3s | undefined {
  const version = /^k3s version (v[0-9][\w.+-]{0,60})( |$)/m.exec(text)?.[1];
  const active = units.some(([, state]) => state === 'active');
  if (version === undefined && !active) return undefined;
  return { active, ...(version === undefined ? {} : { version }) };
}

function readMacs(rows: readonly (readonly string[])[]): string[] {
  const macs = rows.map(([mac = '']) => mac.toLowerCase()).filter((mac) => macPattern.test(mac));
  return [...new Set(macs)].filter((mac) => mac !== '00:00:00:00:00:00').sort();
}

const macPattern = /^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$/;

function readDisks(text: string, rows: readonly (readonly string[])[]): MachineDisk[] | undefined {
  const devices = readBlockDevices(text);
  const links = rows.flatMap(([target = '', path = '', ...more]): DiskLink[] => {
    const device = target.slice(target.lastIndexOf('/') + 1);
    return more.length === 0 && linkPattern.test(path) ? [{ path, device }] : [];
  });
  return devices === undefined ? undefined : machineDisks(devices, links);
}

const linkPattern = /^\/dev\/disk\/by-[\w-]+\/[!-~]+$/;
