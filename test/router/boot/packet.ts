/** A request as the firmware of a machine, or iPXE, sends it. */
export interface Asking {
  readonly mac: string;
  /** Client architecture (option 93). */
  readonly architecture?: number;
  /** PXEClient, HTTPClient, or what else option 60 begins with. */
  readonly vendorClass?: string;
  /** Option 77. */
  readonly userClass?: string;
  /** Whether it has iPXE's own option 175. */
  readonly ipxeOptions?: boolean;
  readonly hostname?: string;
  /** DISCOVER, or REQUEST of an offered address. */
  readonly request?: { readonly address: string; readonly server: string };
}

/** What a server answered. */
export interface Answer {
  /** 2 OFFER, 5 ACK, 6 NAK. */
  readonly type: number;
  readonly address: string;
  /** siaddr: where firmware loads its boot file. */
  readonly nextServer: string;
  /** Option 67, or the field of the header. */
  readonly bootFile: string;
  readonly vendorClass: string;
  readonly hostname: string;
  readonly serverId: string;
}

const cookie = [99, 130, 83, 99];

/** The bytes of a request. Sources: RFC 2131, 2132, 3004 and 4578. */
export function requestBytes(asking: Asking, transaction: number): Buffer {
  const header = Buffer.alloc(236);
  header.set([1, 1, 6, 0]);
  header.writeUInt32BE(transaction, 4);
  // Answers are to be broadcast: the machine has no address yet.
  header.writeUInt16BE(0x8000, 10);
  header.set(bytesOfMac(asking.mac), 28);
  const { request, architecture, vendorClass, userClass, hostname } = asking;
  const options = [
    option(53, [request === undefined ? 1 : 3]),
    option(55, [1, 3, 6, 12, 15, 43, 54, 60, 66, 67, 97, 175]),
    option(57, [5, 192]),
    request === undefined ? [] : option(50, octets(request.address)),
    request === undefined ? [] : option(54, octets(request.server)),
    architecture === undefined ? [] : option(93, [0, architecture]),
    architecture === undefined ? [] : option(94, [1, 3, 16]),
    vendorClass === undefined ? [] : option(60, Buffer.from(vendorClass)),
    userClass === undefined ? [] : option(77, Buffer.from(userClass)),
    // The features that iPXE has, as it sends them: HTTP among them.
    asking.ipxeOptions === true ? option(175, [0xb1, 5, 1, 0x80, 0x86, 0x10, 0x0e, 0x13, 1, 1]) : [],
    hostname === undefined ? [] : option(12, Buffer.from(hostname)),
    [255],
  ];
  return Buffer.concat([header, Buffer.from([...cookie, ...options.flat()])]);
}

/** The transaction that a packet belongs to. */
export function transactionOf(packet: Buffer): number {
  return packet.readUInt32BE(4);
}

/** What an answer says. */
export function readAnswer(packet: Buffer): Answer {
  const options = optionsOf(packet);
  const text = (code: number): string => options.get(code)?.toString('latin1').replace(/\0+$/, '') ?? '';
  const field = packet.toString('latin1', 108, 236).replace(/\0.*$/s, '');
  return {
    type: options.get(53)?.[0] ?? 0,
    address: [...packet.subarray(16, 20)].join('.'),
    nextServer: [...packet.subarray(20, 24)].join('.'),
    bootFile: text(67) || field,
    vendorClass: text(60),
    hostname: text(12),
    serverId: [...(options.get(54) ?? [])].join('.'),
  };
}

function optionsOf(packet: Buffer): Map<number, Buffer> {
  const options = new Map<number, Buffer>();
  let place = 240;
  while (place < packet.length && packet[place] !== 255) {
    const code = packet[place] ?? 0;
    if (code === 0) {
      place++;
      continue;
    }
    const length = packet[place + 1] ?? 0;
    options.set(code, packet.subarray(place + 2, place + 2 + length));
    place += 2 + length;
  }
  return options;
}

function option(code: number, value: readonly number[] | Buffer): number[] {
  return [code, value.length, ...value];
}

function bytesOfMac(mac: string): number[] {
  return mac.split(':').map((byte) => Number.parseInt(byte, 16));
}

function octets(address: string): number[] {
  return address.split('.').map(Number);
}
