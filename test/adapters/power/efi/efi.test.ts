import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBootVariables } from '../../../../src/adapters/power/efi/bootVariables.ts';
import { readDevicePath } from '../../../../src/adapters/power/efi/devicePath.ts';
import { optionName, optionNumber, readLoadOption } from '../../../../src/adapters/power/efi/loadOption.ts';
import { networkOption, optionText } from '../../../../src/adapters/power/efi/networkOption.ts';
import {
  cardNodes,
  diskNodes,
  endNode,
  ipv4Node,
  ipv6Node,
  loadOption,
  numbers,
  pathNode,
  uriNode,
  variable,
  vlanNode,
} from './bytes.ts';

const mac = '98:fa:9b:1c:2d:01';
const second = '98:fa:9b:1c:2d:02';
const stranger = '52:54:00:00:00:01';

/** What the script tells of these variables. */
function told(variables: Readonly<Record<string, Buffer>>): string {
  return Object.entries(variables)
    .map(([name, value]) => `${name} ${variable(value).toString('hex')}\n`)
    .join('');
}

describe('a device path', () => {
  test('tells card and protocol', () => {
    const card = cardNodes(mac);
    const path = (...nodes: Buffer[]) => readDevicePath(Buffer.concat([...nodes, endNode]));
    expect(path(card, ipv4Node)).toEqual({ mac, protocol: 'ipv4', http: false, bios: false });
    expect(path(card, ipv6Node)).toEqual({ mac, protocol: 'ipv6', http: false, bios: false });
    expect(path(card, ipv4Node, uriNode)).toEqual({ mac, protocol: 'ipv4', http: true, bios: false });
    expect(path(card, vlanNode, ipv4Node)).toMatchObject({ mac, vlan: 42 });
    expect(path(diskNodes)).toEqual({ http: false, bios: false });
    expect(path(pathNode(0x05, 0x01, [6, 0, 0, 0, 0]))).toMatchObject({ bios: true });
  });

  test('ends at its end: what comes behind belongs to another one', () => {
    const bytes = Buffer.concat([diskNodes, endNode, cardNodes(mac), ipv4Node, endNode]);
    expect(readDevicePath(bytes)).toEqual({ http: false, bios: false });
  });

  test('that makes no sense ends there', () => {
    expect(readDevicePath(Buffer.concat([cardNodes(mac), Buffer.from([3, 12, 3, 0, 0])]))).toMatchObject({
      mac,
    });
    expect(readDevicePath(Buffer.concat([cardNodes(mac), Buffer.from([3, 12, 200, 1])]))).not.toHaveProperty(
      'protocol',
    );
    expect(readDevicePath(pathNode(3, 0x0b, [1, 2]))).not.toHaveProperty('mac');
  });

  test('of any bytes is read without an end in sight being missed', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void readDevicePath(bytes)));
  });
});

describe('a load option', () => {
  test('has its description, its path, and whether it is active', () => {
    const nodes = [cardNodes(mac), ipv4Node];
    const value = loadOption('UEFI PXEv4 Größe', nodes, {
      active: false,
      more: Buffer.from('optional data'),
    });
    expect(readLoadOption(3, value)).toEqual({
      number: 3,
      description: 'UEFI PXEv4 Größe',
      active: false,
      path: { mac, protocol: 'ipv4', http: false, bios: false },
    });
  });

  test('that was cut anywhere is none, or has no more than was there', () => {
    const whole = loadOption('PXE', [cardNodes(mac), ipv4Node]);
    for (let length = 0; length < whole.length; length++)
      expect(readLoadOption(0, whole.subarray(0, length))).toBeUndefined();
  });

  test('of any bytes is read or is none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const option = readLoadOption(1, bytes);
        expect(option === undefined || option.number === 1).toBe(true);
      }),
    );
  });

  test('is named by its number', () => {
    expect(optionName(0x2f)).toBe('Boot002F');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffff }), (number) => {
        expect(optionNumber(optionName(number))).toBe(number);
      }),
    );
    expect(optionNumber('0003')).toBe(3);
    expect(optionNumber('PCI LAN')).toBeUndefined();
  });
});

test('the boot variables of a machine', () => {
  const variables = readBootVariables(
    told({
      Boot0003: loadOption('PXE', [cardNodes(mac), ipv4Node]),
      Boot0001: loadOption('Fedora', [diskNodes]),
      Boot0002: Buffer.from('no option'),
      BootOrder: numbers(1, 3),
      BootNext: numbers(3),
      BootCurrent: numbers(1),
    }).concat('nonsense\nBootXXXX 00\nBootOrder xx\n'),
  );
  expect(variables.options.map(({ number, description }) => [number, description])).toEqual([
    [1, 'Fedora'],
    [3, 'PXE'],
  ]);
  expect(variables).toMatchObject({ order: [1, 3], next: 3, current: 1 });
  expect(readBootVariables('')).toEqual({ options: [], order: [], next: undefined, current: undefined });
});

describe('the option that boots from the network', () => {
  const options: Readonly<Record<string, Buffer>> = {
    disk: loadOption('Fedora', [diskNodes]),
    pxe: loadOption('UEFI PXEv4', [cardNodes(mac), ipv4Node]),
    asleep: loadOption('UEFI PXEv4', [cardNodes(mac), ipv4Node], { active: false }),
    http: loadOption('UEFI HTTPv4', [cardNodes(mac), ipv4Node, uriNode]),
    six: loadOption('UEFI PXEv6', [cardNodes(mac), ipv6Node]),
    vlan: loadOption('PXE of a VLAN', [cardNodes(mac), vlanNode, ipv4Node]),
    card: loadOption('Onboard NIC', [cardNodes(mac)]),
    second: loadOption('UEFI PXEv4', [cardNodes(second), ipv4Node]),
    stranger: loadOption('UEFI PXEv4', [cardNodes(stranger), ipv4Node]),
    vendor: loadOption('PCI LAN', [
      pathNode(
        0x03,
        0x0a,
        Array.from({ length: 16 }, () => 1),
      ),
    ]),
    unnamed: loadOption('Windows', [
      pathNode(
        0x03,
        0x0a,
        Array.from({ length: 16 }, () => 1),
      ),
    ]),
    bios: loadOption('PXE of a BIOS', [pathNode(0x05, 0x01, [6, 0, 0, 0, 0])]),
  };

  /** Which of these it is; they get the numbers 0, 1, … in this order. */
  function chosen(
    names: readonly string[],
    order: readonly number[] = [],
    wanted?: string,
  ): string | undefined {
    const files = names.map((name, index): [string, Buffer] => [
      optionName(index),
      options[name] ?? Buffer.alloc(0),
    ]);
    const text = told({ ...Object.fromEntries(files), BootOrder: numbers(...order) });
    const result = networkOption(readBootVariables(text), [mac, second], wanted);
    return result.option === undefined ? undefined : names[result.option.number];
  }

  test.each<[string, readonly string[], string | undefined]>([
    ['is that of its card, PXE of IPv4', ['disk', 'stranger', 'six', 'http', 'pxe'], 'pxe'],
    ['is HTTP of IPv4 where there is no PXE', ['disk', 'six', 'http'], 'http'],
    ['is that of its first card', ['second', 'pxe'], 'pxe'],
    ['is HTTP of the first card rather than PXE of the second', ['second', 'http'], 'http'],
    ['is one that is active', ['asleep', 'pxe'], 'pxe'],
    ['may be one that is not active', ['disk', 'asleep'], 'asleep'],
    ['may be one of the card itself', ['disk', 'card'], 'card'],
    ['may be told by its name alone', ['disk', 'unnamed', 'vendor'], 'vendor'],
    ['is rather told by its card', ['vendor', 'http'], 'http'],
    ['is none of another card', ['disk', 'stranger'], undefined],
    ['is none of IPv6, of a VLAN or of a BIOS', ['six', 'vlan', 'bios'], undefined],
    ['is none where there is none', ['disk'], undefined],
  ])('%s', (_name, names, expected) => {
    expect(chosen(names)).toBe(expected);
  });

  test('is the first one of the order among those that are as good', () => {
    const text = told({
      Boot0000: options.pxe ?? Buffer.alloc(0),
      Boot0001: options.pxe ?? Buffer.alloc(0),
      BootOrder: numbers(1, 0),
    });
    expect(networkOption(readBootVariables(text), [mac]).option?.number).toBe(1);
  });

  test('is the one that a person names, by number or by name', () => {
    expect(chosen(['pxe', 'http', 'vendor'], [], 'PCI LAN')).toBe('vendor');
    expect(chosen(['pxe', 'http', 'vendor'], [], '0001')).toBe('http');
    expect(chosen(['pxe', 'http', 'vendor'], [], 'Boot0001')).toBe('http');
    expect(chosen(['pxe'], [], 'PCI LAN')).toBeUndefined();
  });

  test('where there is none, all that there are are named', () => {
    const text = told({ Boot0001: loadOption('Fe\u001b[31mdora', [diskNodes]) });
    const result = networkOption(readBootVariables(text), [mac]);
    expect(result).toMatchObject({
      problem: `its firmware has no boot option for the network card ${mac} (it has Boot0001 “Fe?[31mdora”)`,
    });
    const [option] = readBootVariables(text).options;
    expect(option && optionText(option)).toBe('Boot0001 “Fe?[31mdora”');
  });
});
