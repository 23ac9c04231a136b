import type { BootStep, BootStepKind, BootVerdict } from './boot.ts';

/** What a step says of a boot that went no further. */
interface Meaning {
  readonly message: (text: string) => string;
  readonly next: string;
  /** Seconds in which the next step may still come. */
  readonly patience: number;
}

const unseen: BootVerdict = {
  outcome: 'unseen',
  message: 'the router noticed nothing of it: neither DHCP nor TFTP nor the gate',
  next: 'a machine that should boot over the network: is it on, is network boot on in its firmware and before the disk, and is its port in the right VLAN?',
};

/** Why the last boot of a machine went as it did: by the last thing that happened, and how long ago that is. */
export function verdictOn(steps: readonly BootStep[], uptime: number): BootVerdict {
  const last = decisive(steps);
  if (last === undefined) return unseen;
  if (last.kind === 'ready')
    return { outcome: 'installed', message: 'it says that it works', next: undefined };
  if (last.kind === 'asked') {
    const message =
      last.text === ''
        ? 'it was not armed, and booted its own disk'
        : `it ${last.text}, and booted its own disk`;
    return { outcome: 'ownDisk', message, next: undefined };
  }
  const { message, next, patience } = meanings[last.kind];
  const underWay = uptime - last.uptime <= patience;
  return { outcome: underWay ? 'underWay' : 'stuck', message: message(last.text), next };
}

/** Asking for an address again says nothing new of a boot that came further: the installer's system does so too. */
function decisive(steps: readonly BootStep[]): BootStep | undefined {
  const telling = steps.findLast(({ kind }) => !addressKinds.has(kind));
  if (telling !== undefined) return telling;
  return (
    steps.findLast(({ kind }) => kind === 'offer') ??
    steps.findLast(({ kind }) => kind === 'noAddress') ??
    steps.at(-1)
  );
}

const addressKinds: ReadonlySet<BootStepKind> = new Set(['discover', 'noAddress', 'offer']);

const meanings: Readonly<Record<Exclude<BootStepKind, 'ready' | 'asked'>, Meaning>> = {
  discover: {
    message: () => 'it asked for an address, and was offered none',
    next: 'does dnsmasq serve its interface? pilotlight router doctor looks; another DHCP server may have answered',
    patience: 15,
  },
  noAddress: {
    message: (text) => `dnsmasq gave it no address${said(text)}`,
    next: 'is the pool full, or has another machine its address? pilotlight router doctor looks for clashes',
    patience: 0,
  },
  offer: {
    message: (text) => `it got the address ${text}, and loaded nothing by TFTP`,
    next: 'it boots its disk first, or by UEFI HTTP boot, or as BIOS, which is not supported: see the boot order and mode in its firmware; a firewall may block TFTP',
    patience: 60,
  },
  fileMissing: {
    message: (text) => `it asked TFTP for ${text}, which is not there`,
    next: 'pilotlight router apply puts the iPXE binaries there; one for its architecture has to be in images.lock.yaml',
    patience: 0,
  },
  fileBroken: {
    message: (text) => `${text} came in part by TFTP`,
    next: 'look at the cable and the port; a firmware that breaks off big files may take snponly.efi where it does not take ipxe.efi',
    patience: 60,
  },
  file: {
    message: (text) => `it loaded ${text}, and iPXE asked for no script`,
    next: 'iPXE has no driver for its network card (try the other binary: ipxe.efi or snponly.efi), Secure Boot refused it, or HTTP does not answer: pilotlight router doctor looks',
    patience: 90,
  },
  script: {
    message: () => 'it got the script that installs, and asked for no Ignition',
    next: 'see its console: kernel, initramfs and rootfs come from the router by HTTP, and the installer needs the network (installer.networkArguments) and 4 GiB of memory',
    patience: 15 * 60,
  },
  ignition: {
    message: () => 'it got its Ignition, and what was installed did not say that it started',
    next: 'see its console: the installer did not find its disk (installDisk), or the firmware boots something else than that disk',
    patience: 30 * 60,
  },
  firstBoot: {
    message: () => 'it started for the first time, and did not say that it works',
    next: 'log in to it: systemctl --failed and journalctl -b tell more',
    patience: 30 * 60,
  },
  early: {
    message: () => 'it is armed, and what says that it works was installed before',
    next: 'it booted its disk: does its firmware boot over the network first?',
    patience: 0,
  },
  wrongGeneration: {
    message: (text) => `it says that it works, and was not installed with what it was armed for${said(text)}`,
    next: 'arm it again and boot it over the network',
    patience: 0,
  },
  failed: {
    message: (text) => `it says that it failed${said(text)}`,
    next: 'log in to it, or see its console: journalctl -b tells more',
    patience: 0,
  },
  refused: {
    message: (text) => `the gate refused it${said(text)}`,
    next: 'a request counts only from a link of the armed node, for its newest boot: are all its MACs in its node file?',
    patience: 0,
  },
};

function said(text: string): string {
  return text === '' ? '' : `: ${text}`;
}
