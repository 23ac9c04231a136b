/** What of a UEFI device path tells how a boot option boots (UEFI 2.10, chapter 10). */
export interface DevicePath {
  /** Of the network card: lower case, with colons. */
  readonly mac?: string;
  /** The network protocol that comes after the card. */
  readonly protocol?: 'ipv4' | 'ipv6';
  /** Whether it is fetched by HTTP: there is a URI, which may be empty. */
  readonly http: boolean;
  /** VLAN tag. */
  readonly vlan?: number;
  /** Whether it is an option of a BIOS, which UEFI starts by its compatibility module. */
  readonly bios: boolean;
}

const types = { messaging: 0x03, bios: 0x05, end: 0x7f } as const;
const messaging = { mac: 0x0b, ipv4: 0x0c, ipv6: 0x0d, vlan: 0x14, uri: 0x18 } as const;

/** Bytes in front of what a node holds: type, subtype, length. */
const headerBytes = 4;

/** Reads a device path as far as it is one; what makes no sense ends it. Of several paths only the first counts. */
export function readDevicePath(bytes: Uint8Array): DevicePath {
  let path: DevicePath = { http: false, bios: false };
  for (const { type, subtype, data } of nodes(bytes)) {
    if (type === types.end) break;
    if (type === types.bios) path = { ...path, bios: true };
    if (type === types.messaging) path = { ...path, ...messagingNode(subtype, data) };
  }
  return path;
}

function messagingNode(subtype: number, data: Uint8Array): Partial<DevicePath> {
  switch (subtype) {
    case messaging.mac:
      return data.length >= 6 ? { mac: [...data.subarray(0, 6)].map(twoDigits).join(':') } : {};
    case messaging.ipv4:
      return { protocol: 'ipv4' };
    case messaging.ipv6:
      return { protocol: 'ipv6' };
    case messaging.uri:
      return { http: true };
    case messaging.vlan:
      return data.length >= 2 ? { vlan: (data[0] ?? 0) + (data[1] ?? 0) * 256 } : {};
    default:
      return {};
  }
}

function twoDigits(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}

interface PathNode {
  readonly type: number;
  readonly subtype: number;
  readonly data: Uint8Array;
}

function* nodes(bytes: Uint8Array): Generator<PathNode> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let offset = 0;
  while (offset + headerBytes <= bytes.length) {
    const length = view.getUint16(offset + 2, true);
    if (length < headerBytes || offset + length > bytes.length) return;
    yield {
      type: view.getUint8(offset),
      subtype: view.getUint8(offset + 1),
      data: bytes.subarray(offset + headerBytes, offset + length),
    };
    offset += length;
  }
}
