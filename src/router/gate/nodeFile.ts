import type { DiscoveredMachine } from './discovered.ts';

/**
 * The text of a node file for a machine that the gate has seen, ready to be filled in and committed: it has all that iPXE told, and
 * no `installDisk`, which nobody but its owner knows; `check` asks for it.
 *
 * @param address one that is free, or `dhcp`
 */
export function nodeFile(machine: DiscoveredMachine, address: string): string {
  const { manufacturer, product, serial, uuid, asset, platform } = machine;
  const architecture = architectures.get(machine.arch ?? '');
  const facts = [
    [manufacturer, product].filter((text) => text !== undefined).join(' '),
    serial === undefined ? '' : `Serial number ${serial}`,
    asset === undefined ? '' : `Asset ${asset}`,
    uuid === undefined ? '' : `UUID ${uuid}`,
    platform === 'pcbios' ? 'It booted by its BIOS: switch it to UEFI.' : '',
    machine.arch !== undefined && architecture === undefined
      ? `iPXE calls its architecture ${machine.arch}.`
      : '',
  ].filter((text) => text !== '');
  return [
    '# yaml-language-server: $schema=../../schemas/node.schema.json',
    ...facts.map((text) => `# ${text}`),
    'macs:',
    `  - "${machine.mac}"`,
    `address: ${address}`,
    ...(architecture === undefined || architecture === 'x86_64' ? [] : [`architecture: ${architecture}`]),
    'role: none',
    '# The disk that is erased and installed: look for it on the machine with ls -l /dev/disk/by-id.',
    '# installDisk: /dev/disk/by-id/',
    '',
  ].join('\n');
}

/** iPXE's words for architectures that Fedora CoreOS is made for; a 32-bit iPXE runs on 64-bit machines too. */
const architectures: ReadonlyMap<string, 'x86_64' | 'aarch64'> = new Map([
  ['x86_64', 'x86_64'],
  ['i386', 'x86_64'],
  ['arm64', 'aarch64'],
]);
