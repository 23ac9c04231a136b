import { decodeUriString, encodeUriString } from './uri.ts';

/** How a type of setting turns text into bytes and bytes into text. Undefined: the text or the bytes do not fit. */
interface SettingType {
  readonly parse: (text: string) => Uint8Array | undefined;
  readonly format: (bytes: Uint8Array) => string | undefined;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const hexDigits = (bytes: Uint8Array, between: string): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(between);

function hexadecimal(separator: RegExp, between: string): SettingType {
  return {
    parse: (text) => {
      const digits = text.replace(separator, '');
      if (!/^(?:[0-9a-fA-F]{2})*$/.test(digits)) return undefined;
      return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    },
    format: (bytes) => hexDigits(bytes, between),
  };
}

function integer(size: number, signed: boolean): SettingType {
  return {
    parse: (text) => {
      if (!/^-?(?:0[xX][0-9a-fA-F]{1,15}|[0-9]{1,18})$/.test(text)) return undefined;
      const value = BigInt.asUintN(size * 8, text.startsWith('-') ? -BigInt(text.slice(1)) : BigInt(text));
      const digits = value.toString(16).padStart(size * 2, '0');
      return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    },
    format: (bytes) => {
      if (bytes.length > 8) return undefined;
      const value = BigInt(bytes.length === 0 ? 0 : `0x${hexDigits(bytes, '')}`);
      if (signed) return BigInt.asIntN(bytes.length * 8, value).toString();
      return `0x${value.toString(16)}`;
    },
  };
}

function uuid(order: readonly number[]): SettingType {
  const reorder = (bytes: Uint8Array) => Uint8Array.from(order, (index) => bytes[index] ?? 0);
  return {
    parse: (text) => {
      const digits = /^(.{8})-(.{4})-(.{4})-(.{4})-(.{12})$/.exec(text)?.slice(1).join('');
      if (digits === undefined || !/^[0-9a-fA-F]{32}$/.test(digits)) return undefined;
      return reorder(Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));
    },
    format: (bytes) =>
      bytes.length === 16
        ? hexDigits(reorder(bytes), '').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
        : undefined,
  };
}

const inOrder = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];
const mixedEndian = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];

const types: Readonly<Record<string, SettingType>> = {
  string: { parse: utf8, format: (bytes) => new TextDecoder().decode(bytes) },
  uristring: { parse: decodeUriString, format: encodeUriString },
  ipv4: {
    parse: (text) => {
      const parts = text.split('.').map(Number);
      const right =
        parts.length === 4 && parts.every((part) => Number.isInteger(part) && part >= 0 && part < 256);
      return right ? Uint8Array.from(parts) : undefined;
    },
    format: (bytes) => (bytes.length >= 4 ? [...bytes.slice(0, 4)].join('.') : undefined),
  },
  // Addresses of IPv6 pass through as they are written: no script of ours takes one apart.
  ipv6: { parse: utf8, format: (bytes) => new TextDecoder().decode(bytes) },
  dnssl: { parse: utf8, format: (bytes) => new TextDecoder().decode(bytes) },
  int8: integer(1, true),
  int16: integer(2, true),
  int32: integer(4, true),
  uint8: integer(1, false),
  uint16: integer(2, false),
  uint32: integer(4, false),
  hex: hexadecimal(/:/g, ':'),
  hexhyp: hexadecimal(/-/g, '-'),
  hexraw: hexadecimal(/(?!)/g, ''),
  base64: {
    parse: (text) =>
      /^[A-Za-z0-9+/]*={0,2}$/.test(text) ? Uint8Array.from(Buffer.from(text, 'base64')) : undefined,
    format: (bytes) => Buffer.from(bytes).toString('base64'),
  },
  uuid: uuid(inOrder),
  guid: uuid(mixedEndian),
  busdevfn: {
    parse: () => undefined,
    format: (bytes) => {
      if (bytes.length > 4) return undefined;
      const value = Number.parseInt(hexDigits(bytes, '') || '0', 16);
      const part = (shift: number, mask: number, width: number) =>
        ((value >>> shift) & mask).toString(16).padStart(width, '0');
      return `${part(16, 0xffff, 4)}:${part(8, 0xff, 2)}:${part(3, 0x1f, 2)}.${part(0, 7, 1)}`;
    },
  },
};

/** The names of the types, sorted. */
export const settingTypeNames: readonly string[] = Object.keys(types).sort();

/** A type by its name. */
export function settingTypeNamed(name: string): SettingType | undefined {
  return Object.hasOwn(types, name) ? types[name] : undefined;
}
