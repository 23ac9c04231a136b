import { readFileSync } from 'node:fs';

/** A program that is built from its Go module, at one version, and that tests compare with. */
export interface GoProgram {
  readonly name: string;
  readonly package: string;
  readonly version: string;
  readonly linkerFlags?: string;
}

/** A program or file of a Debian package. */
export interface DebianProgram {
  /** What tests ask for, and what is reported when it is missing. */
  readonly name: string;
  readonly package: string;
  /** Files of which one must be there; none means that a program called `name` must be on the PATH. */
  readonly files?: readonly string[];
}

/** The version of Ignition that translator/ wraps: what is compared with must be the same. */
const goMod = readFileSync(new URL('../../translator/go.mod', import.meta.url), 'utf8');
const pinned = (pattern: RegExp): string => pattern.exec(goMod)?.[1] ?? 'unknown';
const ignition = pinned(/^\tgithub\.com\/coreos\/ignition\/v2 (\S+)$/m);

/** The toolchain that translator/ is built with: what gzip writes depends on it. */
export const toolchain = pinned(/^toolchain (\S+)$/m);

/** The stock tools; `ignition` links against libblkid. */
export const goPrograms = [
  { name: 'butane', package: 'github.com/coreos/ignition/v2/butane/internal', version: ignition },
  { name: 'ignition-validate', package: 'github.com/coreos/ignition/v2/validate', version: ignition },
  {
    name: 'ignition',
    package: 'github.com/coreos/ignition/v2/internal',
    version: ignition,
    linkerFlags: `-X github.com/coreos/ignition/v2/internal/version.Raw=${ignition}`,
  },
  { name: 'actionlint', package: 'github.com/rhysd/actionlint/cmd/actionlint', version: 'v1.7.12' },
  { name: 'act', package: 'github.com/nektos/act', version: 'v0.2.89' },
  { name: 'versitygw', package: 'github.com/versity/versitygw/cmd/versitygw', version: 'v1.8.0' },
] as const satisfies readonly GoProgram[];

/** A program of our own that is built from a Go module in this repository, anew whenever that changes. */
export interface ModuleProgram {
  readonly name: string;
  /** The module's folder, from the root of the project. */
  readonly folder: string;
  readonly linkerFlags: string;
}

const kubernetes = 'k8s.io/component-base/version';

/** Kubernetes and etcd, whose kubelets tell the version, which is one that K3s could have; and matchbox. */
export const modulePrograms = [
  {
    name: 'control-plane',
    folder: 'test/e2e/cluster/controlPlane',
    linkerFlags: [
      '-s -w',
      `-X ${kubernetes}.gitVersion=v1.37.2+k3s1`,
      `-X ${kubernetes}.gitMajor=1`,
      `-X ${kubernetes}.gitMinor=37`,
      `-X ${kubernetes}.gitTreeState=clean`,
    ].join(' '),
  },
  { name: 'matchbox', folder: 'test/release/matchbox/server', linkerFlags: '-s -w' },
] as const satisfies readonly ModuleProgram[];

/** What comes from the distribution. */
export const debianPrograms = [
  { name: 'git', package: 'git' },
  { name: 'shellcheck', package: 'shellcheck' },
  { name: 'busybox', package: 'busybox-static' },
  { name: 'dash', package: 'dash' },
  { name: 'dropbear', package: 'dropbear-bin', files: ['/usr/sbin/dropbear'] },
  { name: 'dropbearkey', package: 'dropbear-bin' },
  { name: 'ssh', package: 'openssh-client' },
  { name: 'ssh-keygen', package: 'openssh-client' },
  { name: 'rsync', package: 'rsync' },
  { name: 'chattr', package: 'e2fsprogs' },
  { name: 'mke2fs', package: 'e2fsprogs', files: ['/usr/sbin/mke2fs', '/sbin/mke2fs'] },
  { name: 'ip', package: 'iproute2', files: ['/usr/sbin/ip', '/sbin/ip', '/usr/bin/ip'] },
  { name: 'lsblk', package: 'util-linux' },
  { name: 'nsenter', package: 'util-linux' },
  { name: 'flock', package: 'util-linux' },
  { name: 'unshare', package: 'util-linux' },
  { name: 'bash', package: 'bash' },
  { name: 'curl', package: 'curl' },
  { name: 'openssl', package: 'openssl' },
  { name: 'ipmitool', package: 'ipmitool' },
  { name: 'ipmi_sim', package: 'openipmi' },
  { name: 'tcpdump', package: 'tcpdump', files: ['/usr/bin/tcpdump', '/usr/sbin/tcpdump'] },
  { name: 'etherwake', package: 'etherwake', files: ['/usr/sbin/etherwake'] },
  { name: 'systemd-analyze', package: 'systemd' },
  { name: 'dnsmasq', package: 'dnsmasq-base', files: ['/usr/sbin/dnsmasq'] },
  { name: 'qemu-system-x86_64', package: 'qemu-system-x86' },
  { name: 'mcopy', package: 'mtools' },
  { name: 'useradd', package: 'passwd', files: ['/usr/sbin/useradd'] },
  { name: 'chromium', package: 'chromium' },
  { name: 'libblkid', package: 'libblkid-dev', files: ['/usr/include/blkid/blkid.h'] },
  { name: 'ipxe', package: 'ipxe', files: ['/usr/lib/ipxe/snponly.efi'] },
  {
    name: 'ovmf',
    package: 'ovmf',
    files: ['/usr/share/OVMF/OVMF_CODE_4M.fd', '/usr/share/OVMF/OVMF_CODE.fd'],
  },
] as const satisfies readonly DebianProgram[];

/** A file of a Debian package that is only looked into: it is not installed. */
export interface DebianFile {
  readonly name: string;
  readonly package: string;
  /** The package has no files of its own: it depends on the package of the current version, which has. */
  readonly stands?: 'for the current version';
  /** Where the file lies in the package: below `usr` too. */
  readonly folder: string;
  readonly prefix: string;
}

/**
 * Files of packages that had better not be installed: a kernel for machines that the tests boot, which would want a boot loader; the
 * busybox that runs no applet but those that have a link, as OpenWrt's does, and that would put busybox-static out; a daemon that
 * would start.
 */
export const debianFiles = [
  {
    name: 'linux',
    package: 'linux-image-cloud-amd64',
    stands: 'for the current version',
    folder: 'boot',
    prefix: 'vmlinuz-',
  },
  { name: 'router-busybox', package: 'busybox', folder: 'bin', prefix: 'busybox' },
  { name: 'sshd', package: 'openssh-server', folder: 'sbin', prefix: 'sshd' },
  { name: 'libwrap', package: 'libwrap0', folder: 'lib', prefix: 'libwrap.so.0.' },
  {
    name: 'systemd-boot',
    package: 'systemd-boot-efi',
    folder: 'lib/systemd/boot/efi',
    prefix: 'systemd-bootx64.efi',
  },
] as const satisfies readonly DebianFile[];

/** Files of one Debian package that belong together, in a folder of their own under the names that they have in the package. */
export interface DebianFolder {
  readonly name: string;
  readonly package: string;
  readonly stands?: 'for the current version';
  /** What their names begin with. */
  readonly prefixes: readonly string[];
}

/** A kernel with those of its modules that QEMU's network card, disk and random numbers need, and UEFI's variables: only modules of the very same build fit. */
export const debianFolders = [
  {
    name: 'linux-with-modules',
    package: 'linux-image-cloud-amd64',
    stands: 'for the current version',
    prefixes: [
      ...['vmlinuz-', 'failover.ko', 'net_failover.ko', 'virtio_net.ko', 'virtio_blk.ko', 'efivarfs.ko'],
      ...[
        'virtio.ko',
        'virtio_ring.ko',
        'virtio_pci.ko',
        'virtio_pci_modern_dev.ko',
        'virtio_pci_legacy_dev.ko',
      ],
      'virtio-rng.ko',
    ],
  },
] as const satisfies readonly DebianFolder[];

/** A C program whose sources are in a Rust crate, built without the rest of it. */
export interface CrateProgram {
  readonly name: string;
  readonly crate: string;
  readonly version: string;
  /** Where in the crate its sources are. */
  readonly folder: string;
  readonly sources: readonly string[];
  /** A header that its own build would make; ours is empty. */
  readonly header: string;
  readonly flags: readonly string[];
}

/** OpenWrt's own `uci`, as routers have it. */
export const cratePrograms = [
  {
    name: 'uci',
    crate: 'libuci-sys',
    version: '1.0.5',
    folder: 'uci',
    sources: ['cli.c', 'libuci.c', 'file.c', 'util.c', 'delta.c', 'parse.c'],
    header: 'uci_config.h',
    flags: ['-Os', '-std=gnu99', '-w', '-D_GNU_SOURCE', '-DUCI_PREFIX="/usr"'],
  },
] as const satisfies readonly CrateProgram[];

/** A Python program with all that it needs, in a folder that `PYTHONPATH` has to name. */
export interface PythonProgram {
  readonly name: string;
  readonly version: string;
  /** Its package and those that it needs, each at one version. */
  readonly packages: readonly string[];
}

/** What audits workflows for weaknesses, and OpenStack's emulator of management controllers that speak Redfish. */
export const pythonPrograms = [
  { name: 'zizmor', version: '1.32.0', packages: ['zizmor==1.32.0'] },
  {
    name: 'sushy-tools',
    version: '2.2.0',
    packages: [
      'sushy-tools==2.2.0',
      'bcrypt==5.0.0',
      'blinker==1.9.0',
      'certifi==2026.10.18',
      'charset-normalizer==3.5.2',
      'click==8.5.1',
      'Flask==3.1.3',
      'idna==3.20',
      'itsdangerous==2.2.0',
      'Jinja2==3.1.6',
      'MarkupSafe==3.0.4',
      'pbr==7.1.3',
      'requests==2.34.2',
      'tenacity==9.2.1',
      'urllib3==2.8.0',
      'WebOb==1.8.11',
      'Werkzeug==3.1.9',
    ],
  },
] as const satisfies readonly PythonProgram[];

/** What is neither built nor installed: the toolchains themselves must be on the PATH, Go's as new as translator/go.mod asks. */
export const hostPrograms = [{ name: 'go' }, { name: 'cargo' }, { name: 'cc' }, { name: 'python3' }] as const;

/** A tool by its name. */
export type ToolName = (
  | typeof goPrograms
  | typeof modulePrograms
  | typeof debianPrograms
  | typeof debianFiles
  | typeof debianFolders
  | typeof cratePrograms
  | typeof pythonPrograms
  | typeof hostPrograms
)[number]['name'];
