import type { LintCase } from './cases.ts';

const disk = 'coreos.inst.install_dev=/dev/disk/by-id/x';
const rootfs = 'coreos.live.rootfs_url=http://r/rootfs';
const ignition = 'coreos.inst.ignition_url=http://r/ign';

/** A whole installation with some more arguments. */
const install = (more: string) =>
  `kernel http://r/k initrd=i ${disk} ${rootfs} ${ignition} ${more}\ninitrd http://r/i\nboot`;
/** A live CoreOS with some more arguments. */
const live = (more: string) => `kernel http://r/k initrd=i ${rootfs} ${more}\ninitrd http://r/i\nboot`;
/** Where the arguments start that {@link install} and {@link live} were given. */
const installEnd = `2:${install('').indexOf('\n') + 1}`;
const liveEnd = `2:${live('').indexOf('\n') + 1}`;

const version = '44.20260719.3.1';
const older = '42.20250410.3.1';
const image = (release: string, kind: string, machine = 'x86_64') =>
  `http://r/fedora-coreos-${release}-live-${kind}.${machine}`;

/** Images and kernel arguments. */
export const bootCases: readonly LintCase[] = [
  {
    code: 'PL3024',
    fires: [
      ['kernel http://r/k initrd=main\ninitrd http://r/i.img\nboot', '2:19'],
      ['kernel http://r/k initrd=main\nboot', '2:19'],
      ['kernel http://r/k initrd=i\ninitrd http://r/i\nboot\nkernel http://r/k initrd=i\nboot', '5:19'],
      ['kernel http://r/k initrd=initrd.magic\ninitrd http://r/i', '2:19', { ipxeVersion: 'old' }],
    ],
    silent: [
      ['kernel http://r/k initrd=main\ninitrd --name main http://r/i.img\nboot'],
      ['kernel http://r/k initrd=MAIN\ninitrd -n main http://r/i.img\nboot'],
      ['initrd http://r/a/i.img?x=y\nkernel http://r/k initrd=i.img'],
      ['kernel http://r/k initrd=${x}\ninitrd http://r/i'],
      ['kernel http://r/k initrd=a\ninitrd http://r/${x}'],
      ['kernel http://r/k initrd=initrd.magic\ninitrd http://r/i', { ipxeVersion: 'new' }],
      ['kernel http://r/a initrd=i || kernel http://r/b initrd=i\ninitrd http://r/i\nboot'],
    ],
  },
  {
    code: 'PL3025',
    fires: [['kernel http://r/vmlinuz quiet\ninitrd http://r/i\nboot', '2:8']],
    silent: [
      ['kernel http://r/vmlinuz quiet\ninitrd http://r/i\nboot', { ipxeVersion: 'new' }],
      ['kernel http://r/vmlinuz\nboot'],
      ['kernel http://r/wimboot\ninitrd http://r/boot.wim\nboot'],
      ['kernel http://r/vmlinuz ${arguments}\ninitrd http://r/i'],
    ],
  },
  {
    code: 'PL3026',
    fires: [
      [
        `kernel http://r/k initrd=i ${disk}\ninitrd --name i http://r/i\ninitrd http://r/live-rootfs.img\nboot`,
        '4:8',
      ],
      ['kernel http://r/k initrd=i\ninitrd http://r/i\ninitrd http://r/rootfs', '4:8'],
    ],
    silent: [[live('')], ['kernel http://r/k initrd=rootfs.cpio\ninitrd http://r/rootfs.cpio']],
  },
  {
    code: 'PL3027',
    fires: [[`kernel http://r/k ${rootfs}\nboot`, '2:8']],
    silent: [['kernel http://r/memtest\nboot'], [live('')], [`kernel http://r/k initrd=i ${rootfs}\nboot`]],
  },
  {
    code: 'PL3028',
    fires: [
      [`kernel ${image(version, 'kernel')} initrd=i\ninitrd --name i ${image(older, 'initramfs')}`, '3:17'],
      [
        `kernel http://r/coreos/${version}/kernel initrd=i coreos.live.rootfs_url=http://r/coreos/${older}/rootfs\ninitrd http://r/i`,
        `2:${`kernel http://r/coreos/${version}/kernel initrd=i `.length + 1}`,
      ],
      ['kernel http://r/a initrd=b\ninitrd http://r/b', '3:8', { servedBy: (url) => ({ version: url }) }],
    ],
    silent: [
      [`kernel ${image(version, 'kernel')} initrd=i\ninitrd --name i ${image(version, 'initramfs')}`],
      [`kernel http://r/${older}/fcos-${version} initrd=i\ninitrd --name i http://r/fcos-${version}`],
      ['kernel http://r/a initrd=b\ninitrd http://r/b'],
      ['kernel http://192.168.26.1/k initrd=b\ninitrd http://192.168.26.2/b'],
      ['kernel http://r/a initrd=b\ninitrd http://r/b', { servedBy: () => ({ version: '1' }) }],
    ],
  },
  {
    code: 'PL3029',
    fires: [
      [
        `kernel ${image(version, 'kernel')} initrd=i\ninitrd --name i ${image(version, 'initramfs', 'aarch64')}`,
        '3:17',
      ],
    ],
    silent: [[`kernel ${image(version, 'kernel')} initrd=i\ninitrd --name i ${image(version, 'initramfs')}`]],
  },
  {
    code: 'PL3101',
    fires: [[install('coreos.inst.stream=stable'), installEnd]],
    silent: [[install('')], ['echo coreos.inst.stream=stable']],
  },
  {
    code: 'PL3102',
    fires: [[install('coreos.inst.insecure'), installEnd]],
    silent: [
      [install('coreos.inst.image_url=http://r/m coreos.inst.insecure')],
      [install('coreos.inst.insecure=0')],
      [install('${more} coreos.inst.insecure')],
    ],
  },
  {
    code: 'PL3103',
    fires: [
      [install('coreos.inst.insecure coreos.inst.image_url=http://r/m'), installEnd],
      [
        install('coreos.inst.insecure coreos.inst.image_url=http://r/m'),
        installEnd,
        { servedBy: () => true },
      ],
    ],
    silent: [[install('coreos.inst.image_url=http://r/m')], [install('coreos.inst.insecure')]],
  },
  {
    code: 'PL3104',
    fires: [[`kernel http://r/k initrd=i ${rootfs} ${ignition}\ninitrd http://r/i`, '2:8']],
    silent: [
      [install('')],
      [live('')],
      [`kernel http://r/k initrd=i ${ignition} \${more}\ninitrd http://r/i`],
    ],
  },
  {
    code: 'PL3105',
    fires: [[`kernel http://r/k initrd=i ${disk} ${ignition}\ninitrd http://r/i`, '2:8']],
    silent: [
      [install('')],
      [`kernel http://r/k initrd=i ${disk} ${ignition}\ninitrd http://r/i\ninitrd http://r/rootfs.img`],
      ['kernel http://r/k initrd=i coreos.liveiso=fcos\ninitrd http://r/i'],
      ['kernel http://r/k initrd=i\ninitrd http://r/i'],
    ],
  },
  {
    code: 'PL3106',
    fires: [[`kernel http://r/k initrd=i ${rootfs} ${disk}\ninitrd http://r/i`, liveEnd]],
    silent: [[install('')], [live('')]],
  },
  {
    code: 'PL3107',
    fires: [[install('coreos.liveiso=1'), installEnd]],
    silent: [[live('coreos.liveiso=1')], [install('')]],
  },
  {
    code: 'PL3108',
    fires: [
      [live('ignition.config.url=http://r/i'), liveEnd],
      [live('ignition.config.url=http://r/i ignition.firstboot'), liveEnd],
    ],
    silent: [
      [live('ignition.config.url=http://r/i ignition.firstboot ignition.platform.id=metal')],
      [live('ignition.firstboot ignition.platform.id=metal')],
    ],
  },
  {
    code: 'PL3109',
    fires: [[live('quiet quiet'), `2:${live('').indexOf('\n') + 7}`]],
    silent: [[live('console=tty0 console=ttyS0')], [live('${a} ${a}')]],
  },
  {
    code: 'PL3110',
    fires: [
      [live('coreos.live.rootfs_url=http://r/other'), liveEnd],
      [install('coreos.inst.stream=a coreos.inst.image_url=http://r/m'), installEnd],
    ],
    silent: [
      [install('coreos.inst.save_partlabel=a coreos.inst.save_partlabel=b')],
      [live('console=tty0 console=ttyS0')],
      [live(rootfs)],
    ],
  },
  {
    code: 'PL3111',
    fires: ['sda', '/dev/sda', '/dev/nvme0n1', '/dev/vda', '/dev/mmcblk0'].map((device) => [
      `kernel http://r/k initrd=i ${rootfs} ${ignition} coreos.inst.install_dev=${device}\ninitrd http://r/i`,
      `2:${`kernel http://r/k initrd=i ${rootfs} ${ignition} `.length + 1}`,
    ]),
    silent: [[install('')], [live('root=/dev/sda')]],
  },
  {
    code: 'PL3112',
    fires: ['first-disk', 'auto', '/disk/by-id/x', 'LABEL=x'].map((device) => [
      live(`coreos.inst.install_dev=${device}`),
      liveEnd,
    ]),
    silent: [[install('')], [live('coreos.inst.install_dev=sda')], [live('coreos.inst.install_dev=${disk}')]],
  },
  {
    code: 'PL3113',
    fires: [
      [live('coreos.inst.instal_dev=/dev/sda'), liveEnd],
      [live('ignition.config=http://r'), liveEnd],
      [live('coreos.inst=yes'), liveEnd],
    ],
    silent: [
      [install('coreos.inst.skip_reboot coreos.inst.platform_id=metal ignition.firstboot=1')],
      [live('core=x')],
    ],
  },
  {
    code: 'PL3114',
    fires: [
      [live('coreos.inst.install_dev='), liveEnd],
      [live('ignition.config.url'), liveEnd],
    ],
    silent: [[live('ignition.firstboot ignition.config.url=${url}')], [live('console=')]],
  },
];
