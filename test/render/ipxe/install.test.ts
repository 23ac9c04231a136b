import { describe, expect, test } from 'vitest';
import type { Node } from '../../../src/inventory/model/node.ts';
import { renderInstall } from '../../../src/render/ipxe/install.ts';
import { images, locate, node, site, withInstaller } from '../fixtures/lab.ts';

const install = (each: Node) => renderInstall(site(), each, '/nodes/0', 'join', locate);
const lines = (each: Node) => install(each).value?.split('\n') ?? [];
const kernel = (each: Node) => lines(each).find((line) => line.startsWith('kernel ')) ?? '';

const labUrls = {
  kernel: 'http://192.168.26.1/pxe/fcos/kernel',
  initramfs: 'http://192.168.26.1/pxe/fcos/initramfs.img',
  rootfs: 'http://192.168.26.1/pxe/fcos/rootfs.img',
};

describe('the exact lines of the lab', () => {
  test('install script', () => {
    const lab = withInstaller(
      {
        source: 'metalImage',
        insecure: true,
        ignitionFirstboot: true,
        ignitionUrl: 'http://192.168.26.1/pxe/fcos/lenovo1.ign',
        initrdName: 'initramfs.img',
        urls: { ...labUrls, metalImage: 'http://192.168.26.1/pxe/fcos/metal.raw.xz' },
      },
      { installDisk: { device: '/dev/nvme0n1', keepPartitions: [] } },
    );
    expect(lines(lab).slice(3)).toEqual([
      'imgfree',
      'kernel http://192.168.26.1/pxe/fcos/kernel initrd=initramfs.img ignition.firstboot ignition.platform.id=metal coreos.inst.install_dev=/dev/nvme0n1 coreos.inst.image_url=http://192.168.26.1/pxe/fcos/metal.raw.xz coreos.inst.ignition_url=http://192.168.26.1/pxe/fcos/lenovo1.ign coreos.inst.insecure coreos.live.rootfs_url=http://192.168.26.1/pxe/fcos/rootfs.img rd.neednet=1 ip=dhcp console=tty0 console=ttyS0,115200n8 ipv6.disable=1',
      'initrd http://192.168.26.1/pxe/fcos/initramfs.img',
      'boot',
      '',
    ]);
  });

  test('live script', () => {
    const lab = withInstaller({
      mode: 'live',
      liveArguments: ['coreos.liveiso=1'],
      initrdName: 'initramfs.img',
      urls: labUrls,
    });
    expect(lines(lab).slice(3)).toEqual([
      'imgfree',
      'kernel http://192.168.26.1/pxe/fcos/kernel initrd=initramfs.img coreos.live.rootfs_url=http://192.168.26.1/pxe/fcos/rootfs.img coreos.liveiso=1 rd.neednet=1 ip=dhcp console=tty0 console=ttyS0,115200n8 ipv6.disable=1',
      'initrd http://192.168.26.1/pxe/fcos/initramfs.img',
      'boot',
      '',
    ]);
  });
});

test('a node with defaults installs from the live rootfs, and only when armed', () => {
  expect(install(node()).value).toBe(
    [
      '#!ipxe',
      '# Installs Fedora CoreOS 44.20260707.3.1 (x86_64) on lenovo1.lab.example of site lab; variant join.',
      '# Made by Pilotlight from nodes/lenovo1.yaml and site.yaml: change those.',
      'isset ${ignition-url} && goto install ||',
      'echo Pilotlight: lenovo1.lab.example is not armed, so nothing is installed',
      'exit',
      ':install',
      'imgfree',
      'kernel http://192.168.26.1/pilotlight/images/coreos/44.20260707.3.1/x86_64/fcos-kernel.x86_64 initrd=main coreos.inst.install_dev=/dev/disk/by-id/nvme-one coreos.inst.ignition_url=${ignition-url} coreos.live.rootfs_url=http://192.168.26.1/pilotlight/images/coreos/44.20260707.3.1/x86_64/fcos-rootfs.x86_64.img rd.neednet=1 ip=dhcp console=tty0 console=ttyS0,115200n8 ipv6.disable=1',
      'initrd --name main http://192.168.26.1/pilotlight/images/coreos/44.20260707.3.1/x86_64/fcos-initramfs.x86_64.img',
      'boot',
      '',
    ].join('\n'),
  );
});

test('a machine that is not armed boots its own disk in its own way', () => {
  expect(lines(node({ localBoot: 'poweroff' })).slice(3, 8)).toEqual([
    'isset ${ignition-url} && goto install ||',
    'echo Pilotlight: lenovo1.lab.example is not armed, so nothing is installed',
    'poweroff ||',
    'exit 1',
    ':install',
  ]);
});

test('the insecure flag goes with a metal image alone', () => {
  expect(kernel(withInstaller({ insecure: true }))).not.toContain('insecure');
});

test('kept partitions are named', () => {
  const keepPartitions = [{ label: 'data' }, { index: '5-7' }, { label: 'var*' }, { index: '9' }];
  expect(kernel(node({ installDisk: { device: '/dev/sda', keepPartitions } }))).toContain(
    ' coreos.inst.install_dev=/dev/sda coreos.inst.save_partlabel=data,var* coreos.inst.save_partindex=5-7,9 coreos.inst.ignition_url=',
  );
});

test('a label with a comma would keep other partitions than meant', () => {
  const keepPartitions = [{ label: 'a,b' }];
  const { value, findings } = install(node({ installDisk: { device: '/dev/sda', keepPartitions } }));
  expect(value).toBeUndefined();
  expect(findings).toMatchObject([
    { code: 'PL2501', place: { file: '/nodes/0/installDisk/keepPartitions/0/label' } },
  ]);
});

test('a live system can have a configuration of its own', () => {
  const live = withInstaller({ mode: 'live', ignitionFirstboot: true });
  expect(kernel(live)).toContain(
    ' initrd=main ignition.firstboot ignition.platform.id=metal ignition.config.url=${ignition-url} coreos.live.rootfs_url=',
  );
  expect(kernel(live)).not.toContain('coreos.inst.');
  expect(lines(live)).toContain('isset ${ignition-url} && goto install ||');
});

test('ip=static is the address of the node', () => {
  const networkArguments = ['rd.neednet=1', 'ip=static'];
  expect(kernel(withInstaller({ networkArguments }))).toContain(
    ' rd.neednet=1 ip=192.168.26.11::192.168.26.1:255.255.255.0:lenovo1.lab.example::none nameserver=192.168.26.1 console=tty0',
  );
  const dhcp = { network: { ...node().network, address: { method: 'dhcp' } as const } };
  expect(kernel(withInstaller({ networkArguments }, dhcp))).toContain(' rd.neednet=1 ip=dhcp console=tty0');
});

test('an image that a query names is given its name', () => {
  const urls = { initramfs: 'http://a/initramfs.img?x=/main' };
  expect(lines(withInstaller({ urls }))).toContain('initrd --name main http://a/initramfs.img?x=/main');
});

test('without an image set there is nothing to boot', () => {
  const { images: _, ...bare } = node();
  expect(install(bare)).toMatchObject({ value: undefined, findings: [{ code: 'PL2502' }] });
});

test('a metal image has to be locked', () => {
  const metal = withInstaller({ source: 'metalImage' });
  expect(install(metal)).toMatchObject({ value: undefined, findings: [{ code: 'PL2503' }] });
  const metalImage = { name: 'metal.raw.xz', url: 'https://a/metal.raw.xz', sha256: '1'.repeat(64) };
  expect(kernel({ ...metal, images: { ...images, metalImage } })).toContain(
    ' coreos.inst.image_url=http://192.168.26.1/pilotlight/images/coreos/44.20260707.3.1/x86_64-metal/metal.raw.xz ',
  );
});

test('a comment cannot swallow the next line', () => {
  const [, , comment] = lines(node({ file: 'nodes/a\nboot\\' }));
  expect(comment).toBe('# Made by Pilotlight from nodes/a?boot? and site.yaml: change those.');
});
