import { expect, test } from 'vitest';
import { coreosArguments } from '../../src/ipxe/coreosArguments.ts';
import { parseKernelLine } from '../../src/ipxe/kernelLine.ts';
import { parse } from '../../src/ipxe/parse.ts';

test('an installation', () => {
  const cmdline =
    'initrd=main ignition.firstboot ignition.platform.id=metal coreos.inst.install_dev=/dev/disk/by-id/x ' +
    'coreos.inst.ignition_url=http://r/a?b=c coreos.inst.save_partlabel=a,b coreos.inst.save_partlabel=c* ' +
    'coreos.inst.insecure coreos.inst.skip_reboot=0 coreos.live.rootfs_url=http://r/rootfs console=tty0';
  expect(coreosArguments(cmdline)).toMatchObject({
    rootfsUrl: 'http://r/rootfs',
    ignitionFirstboot: true,
    ignitionPlatform: 'metal',
    initrds: ['main'],
    install: {
      device: '/dev/disk/by-id/x',
      ignitionUrl: 'http://r/a?b=c',
      insecure: true,
      skipReboot: false,
      savePartitionLabels: ['a', 'b', 'c*'],
      savePartitionIndexes: [],
    },
  });
});

test('a plain kernel, a value in quotes, and the last of two', () => {
  expect(coreosArguments('quiet root="a coreos.liveiso=1"')).toEqual({
    ignitionFirstboot: false,
    initrds: [],
    all: [],
  });
  expect(coreosArguments('ignition.config.url=a ignition.config.url=b').ignitionConfigUrl).toBe('b');
});

test('a kernel line is taken apart, with places', () => {
  const [statement] = parse('kernel --name k http://r/vmlinuz initrd=main a=b=c quiet').statements;
  const command = statement?.commands[0];
  const line = command === undefined ? undefined : parseKernelLine(command);
  expect(line?.name).toBe('k');
  expect(line?.uri.column).toBe(17);
  expect(line?.arguments.map(({ name, value, token }) => [name, value, token.column])).toEqual([
    ['initrd', 'main', 34],
    ['a', 'b=c', 46],
    ['quiet', undefined, 52],
  ]);
});
