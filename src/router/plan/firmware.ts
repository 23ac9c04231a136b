import type { Architecture, IpxeBinary } from '../../inventory/model/images.ts';

/** Machines of one kind, as their DHCP requests tell them apart. */
export interface Firmware {
  /** Tag that dnsmasq gives them; also the name of sections. */
  readonly tag: string;
  /** Client architectures. Source: RFC 4578 and IANA, "Processor Architecture Types". */
  readonly architectures: readonly number[];
  /** How it gets its boot file. */
  readonly boot: 'tftp' | 'http' | 'refused';
  /** What runs on it. */
  readonly binary?: Architecture;
  /** The name of the boot file for those that cannot be booted: firmware shows it to the person who sits there. */
  readonly message?: string;
}

export const ipxeTag = 'pilotlight_ipxe';

/** Every kind of machine that may ask. */
export const firmwares: readonly Firmware[] = [
  { tag: 'pilotlight_efi64', architectures: [7, 9], boot: 'tftp', binary: 'x86_64' },
  { tag: 'pilotlight_efiarm64', architectures: [11], boot: 'tftp', binary: 'aarch64' },
  { tag: 'pilotlight_http64', architectures: [16], boot: 'http', binary: 'x86_64' },
  { tag: 'pilotlight_httparm64', architectures: [19], boot: 'http', binary: 'aarch64' },
  {
    tag: 'pilotlight_bios',
    architectures: [0],
    boot: 'refused',
    message: 'enable-UEFI-boot--BIOS-is-not-supported',
  },
  {
    tag: 'pilotlight_efi32',
    architectures: [6],
    boot: 'refused',
    message: 'use-64-bit-UEFI--32-bit-is-not-supported',
  },
];

/** The file in the TFTP root that firmware of an architecture is given: `snponly.efi`, `arm64-snponly.efi`; undefined without a binary. */
export function bootFile(binaries: readonly IpxeBinary[], architecture: Architecture): string | undefined {
  const fitting = binaries.filter((binary) => binary.architecture === architecture);
  const chosen = fitting.find(({ name }) => name === 'snponly.efi') ?? fitting[0];
  return chosen === undefined ? undefined : binaryFile(chosen);
}

/** The name of a binary in the TFTP root. */
export function binaryFile({ name, architecture }: Pick<IpxeBinary, 'name' | 'architecture'>): string {
  return architecture === 'aarch64' ? `arm64-${name}` : name;
}
