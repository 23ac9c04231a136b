/** Bytes of UEFI variables, put together as the specification has them and by nothing of ours. */

const guid = '8be4df61-93ca-11d2-aa0d-00e098032b8c';

/** Name of the file of a variable in efivarfs. */
export const efiFile = (name: string): string => `${name}-${guid}`;

/** A node of a device path: its type, subtype and data. */
export function pathNode(type: number, subtype: number, data: readonly number[] = []): Buffer {
  const length = 4 + data.length;
  return Buffer.from([type, subtype, length & 0xff, length >> 8, ...data]);
}

export const endNode = pathNode(0x7f, 0xff);

/** A network card, as PciRoot(0)/Pci(…)/MAC(…). */
export function cardNodes(mac: string): Buffer {
  const address = [...Buffer.from(mac.replaceAll(':', ''), 'hex')];
  return Buffer.concat([
    pathNode(0x02, 0x01, [0xd0, 0x41, 0x03, 0x0a, 0, 0, 0, 0]),
    pathNode(0x01, 0x01, [0x00, 0x1f]),
    pathNode(0x03, 0x0b, [...address, ...Array.from({ length: 26 }, () => 0), 0x01]),
  ]);
}

export const ipv4Node = pathNode(
  0x03,
  0x0c,
  Array.from({ length: 23 }, () => 0),
);
export const ipv6Node = pathNode(
  0x03,
  0x0d,
  Array.from({ length: 56 }, () => 0),
);
export const uriNode = pathNode(0x03, 0x18);
export const vlanNode = pathNode(0x03, 0x14, [42, 0]);

/** A hard disk and a loader on it. */
export const diskNodes = Buffer.concat([
  pathNode(
    0x04,
    0x01,
    Array.from({ length: 38 }, (_, index) => index),
  ),
  pathNode(0x04, 0x04, [...Buffer.from('\\EFI\\fedora\\shimx64.efi\0', 'utf16le')]),
]);

/** The value of a `Boot####` variable. */
export function loadOption(
  description: string,
  nodes: readonly Buffer[],
  { active = true, more = Buffer.alloc(0) } = {},
): Buffer {
  const path = Buffer.concat([...nodes, endNode]);
  const header = Buffer.alloc(6);
  header.writeUInt32LE(active ? 1 : 0, 0);
  header.writeUInt16LE(path.length, 4);
  return Buffer.concat([header, Buffer.from(`${description}\0`, 'utf16le'), path, more]);
}

/** Numbers of options, as BootOrder, BootNext and BootCurrent have them. */
export function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => {
    bytes.writeUInt16LE(value, index * 2);
  });
  return bytes;
}

/** What a file of efivarfs holds: attributes in front of the value. */
export function variable(value: Buffer): Buffer {
  return Buffer.concat([Buffer.from([7, 0, 0, 0]), value]);
}
