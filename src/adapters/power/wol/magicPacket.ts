/** Times that the address stands in a magic packet. */
const repetitions = 16;

/** The frame's content that a sleeping network card waits for: six bytes of ones, and its address sixteen times (AMD, 20213). */
export function magicPacket(mac: string): Uint8Array {
  const address = Buffer.from(mac.replaceAll(/[^0-9a-f]/gi, ''), 'hex');
  if (address.length !== 6) throw new Error(`no MAC: ${mac}`);
  return Buffer.concat([Buffer.alloc(6, 0xff), ...Array.from({ length: repetitions }, () => address)]);
}
