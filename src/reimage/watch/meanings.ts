import type { SightingKind } from './sighting.ts';

/** What it says of an installation when nothing comes after something. */
export interface Meaning {
  /** What is known, in words without a stop. */
  readonly message: (text: string) => string;
  /** What it may be, and what to look at. */
  readonly next: string;
  /** Seconds in which the next thing may still come by itself. */
  readonly patience: number;
}

/** What happens beside the way of a node from its restart to ready: it says nothing of how far that is. */
export type AsideKind = 'hostKey' | 'routerRestarted' | 'lease';

const armAgain = 'pilotlight reimage --resume arms it again';
const console_ = 'its console tells';

/** A server with much memory and many cards may take minutes before it asks the network for anything. */
export const unseen: Meaning = {
  message: () => 'the router heard nothing of it: neither DHCP, nor TFTP, nor the gate',
  next: `did it restart at all, and is it on? (${console_}) Is network boot on in its firmware, and before the disk? Is its cable in, and its port in the VLAN of the nodes?`,
  patience: 300,
};

/** After the Ignition it restarted and came back by the network: the installer is done, or gave up. */
export const cameBack: Meaning = {
  message: () => 'it fetched its Ignition and restarted since, and nothing that was installed told of itself',
  next: `what was written does not boot: does its firmware go on to the disk after the network (localBoot), and to the disk that is installed (installDisk)? Or the installer gave up: ${console_}`,
  patience: 600,
};

/** A system speaks, and nothing says that it is what is being installed. */
export const otherSystem: Meaning = {
  message: (unit) =>
    `the system that was there before runs${unit === '' ? '' : `, and ${unit} failed on it`}`,
  next: 'it boots its disk: see the boot order in its firmware; after its Ignition was fetched, the installer did not write the disk, or wrote another one (installDisk)',
  patience: 0,
};

/** By the last thing that was seen on the way. */
export const meanings: Readonly<Record<Exclude<SightingKind, AsideKind | 'ready'>, Meaning>> = {
  discover: {
    message: () => 'it asks for an address, and dnsmasq offers none',
    next: 'does dnsmasq serve its interface, and is it the only DHCP server? pilotlight router doctor looks',
    patience: 15,
  },
  noAddress: {
    message: (text) => `dnsmasq gave it no address${said(text)}`,
    next: 'is the pool full, or has another machine its address? pilotlight router doctor looks for clashes',
    patience: 0,
  },
  offer: {
    message: (text) => `it was offered ${text}, and loaded nothing by TFTP`,
    next: 'another DHCP server answered before; or its firmware boots as BIOS, which is not supported; or a firewall bars TFTP; or it was its disk that it booted, whose system asks for an address too',
    patience: 60,
  },
  fileMissing: {
    message: (text) => `it asked TFTP for ${text}, which is not there`,
    next: 'pilotlight router apply puts the iPXE binaries there; images.lock.yaml has to have one for its architecture',
    patience: 0,
  },
  fileBroken: {
    message: (text) => `${text} came in part by TFTP`,
    next: 'look at the cable and the port; some firmware takes snponly.efi where it breaks off ipxe.efi',
    patience: 60,
  },
  file: {
    message: (text) => `it loaded ${text} by TFTP, and iPXE asked for no script`,
    next: `iPXE has no driver for its network card (try the other one of ipxe.efi and snponly.efi), Secure Boot refused it, or it cannot reach the router by HTTP, at the port of router.url: ${console_}, and pilotlight router doctor looks`,
    patience: 90,
  },
  discovered: {
    message: () => 'the gate takes it for a machine that no node file names',
    next: 'the release that the router serves has another MAC for it: mend macs in its node file, then pilotlight deploy',
    patience: 0,
  },
  asked: {
    message: (text) =>
      text === ''
        ? 'the gate sent it to its own disk: it is not armed'
        : `the gate sent it to its own disk: it ${text}`,
    next: `it was disarmed, its time was up, or the router restarted; ${armAgain}`,
    patience: 0,
  },
  script: {
    message: () => 'it got the script that installs, and did not fetch its Ignition',
    next: `${console_}: kernel, initramfs and rootfs come from the router by HTTP (a rootfs that does not come stops it), the installer's system needs 2 GiB of memory, or 4 GiB where the rootfs is an initrd, and a network of its own (installer.networkArguments)`,
    patience: 900,
  },
  ignition: {
    message: () => 'it fetched its Ignition, and nothing that was installed told of itself',
    next: `${console_}: the installer did not find the disk (installDisk), found it in use or smaller than 8 GiB, or could not get the metal image or its signature; or the firmware boots something else than that disk`,
    patience: 1800,
  },
  firstBoot: {
    message: () => 'it booted what was installed, and did not report that it is ready',
    next: 'K3s is fetched from the router, joins through another server, and has to become Ready; log in: journalctl -u pilotlight-k3s-fetch -u pilotlight-k3s-install',
    patience: 1200,
  },
  failed: {
    message: (unit) => `${unit === '' ? 'a unit' : unit} failed on it`,
    next: 'it is tried again, for ever; what its last lines say has to be mended, and journalctl on the node has the others',
    patience: 0,
  },
  early: {
    message: () =>
      'it reports that it is ready, and was not installed since it was armed: it booted its disk',
    next: 'network boot is off in its firmware, or comes after the disk; a power method that sets it for one start needs that the firmware heeds it',
    patience: 0,
  },
  wrongGeneration: {
    message: () =>
      'it reports another generation than it was armed with: it runs what was there before, or what somebody else installed',
    next: `see what it says in /etc/pilotlight/generation.json; ${armAgain}`,
    patience: 0,
  },
  refused: {
    message: (text) => `the gate refused it${said(text)}`,
    next: "a request counts only from a link of the node, by the router's neighbour table, and for its newest boot: are all its MACs in its node file, and is nobody else at its address?",
    patience: 60,
  },
  armed: {
    message: () => 'somebody armed it again meanwhile: what it does now is of that arming',
    next: 'see pilotlight armed, and agree on who installs it',
    patience: 0,
  },
  disarmed: {
    message: () => 'somebody disarmed it before it fetched its Ignition',
    next: armAgain,
    patience: 0,
  },
  expired: {
    message: () => 'its arming was over before it fetched its Ignition',
    next: `${armAgain}; what held it up is to be seen on its console`,
    patience: 0,
  },
};

function said(text: string): string {
  return text === '' ? '' : `: ${text}`;
}
