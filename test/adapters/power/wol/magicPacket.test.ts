import fc from 'fast-check';
import { expect, test } from 'vitest';
import { broadcastOf, isInNetwork } from '../../../../src/adapters/power/wol/broadcast.ts';
import { magicPacket } from '../../../../src/adapters/power/wol/magicPacket.ts';

test('a magic packet is six bytes of ones, and sixteen times the address', () => {
  expect(Buffer.from(magicPacket('98:fa:9b:1c:2d:01')).toString('hex')).toBe(
    `${'f'.repeat(12)}${'98fa9b1c2d01'.repeat(16)}`,
  );
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 6, maxLength: 6 }), (address) => {
      const mac = [...address].map((byte) => byte.toString(16).padStart(2, '0')).join(':');
      const packet = magicPacket(mac);
      expect(packet.length).toBe(102);
      for (let offset = 6; offset < 102; offset += 6)
        expect([...packet.subarray(offset, offset + 6)]).toEqual([...address]);
    }),
  );
  expect(() => magicPacket('')).toThrow('no MAC');
});

test.each([
  ['192.168.26.0/24', '192.168.26.255'],
  ['10.0.0.0/8', '10.255.255.255'],
  ['192.168.26.64/26', '192.168.26.127'],
])('the broadcast address of %s is %s', (cidr, address) => {
  expect(broadcastOf(cidr)).toBe(address);
});

test('this machine is where its interfaces are', () => {
  expect(isInNetwork('127.0.0.0/8')).toBe(true);
  expect(isInNetwork('240.0.0.0/8')).toBe(false);
});
