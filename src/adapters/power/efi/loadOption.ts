import { type DevicePath, readDevicePath } from './devicePath.ts';

/** One boot option of UEFI: what a variable `Boot0003` holds. */
export interface LoadOption {
  /** `3` for `Boot0003`. */
  readonly number: number;
  /** As the firmware shows it: `UEFI PXEv4 (MAC:98FA9B1C2D01)`. */
  readonly description: string;
  /** Whether the firmware tries it by itself. */
  readonly active: boolean;
  readonly path: DevicePath;
}

const activeBit = 1;
/** Attributes and length of the device path, in front of the description. */
const headerBytes = 6;
/** No description is longer; what is, is something else. */
const longestDescription = 1024;

/** Reads the value of a `Boot####` variable, without the attributes that efivarfs puts before it; undefined when it is none. */
export function readLoadOption(number: number, bytes: Uint8Array): LoadOption | undefined {
  if (bytes.length < headerBytes + 2) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units: number[] = [];
  let offset = headerBytes;
  for (;;) {
    if (offset + 2 > bytes.length || units.length > longestDescription) return undefined;
    const unit = view.getUint16(offset, true);
    offset += 2;
    if (unit === 0) break;
    units.push(unit);
  }
  const end = offset + view.getUint16(4, true);
  if (end > bytes.length) return undefined;
  return {
    number,
    description: String.fromCharCode(...units).toWellFormed(),
    active: (view.getUint32(0, true) & activeBit) !== 0,
    path: readDevicePath(bytes.subarray(offset, end)),
  };
}

/** `Boot0003` */
export function optionName(number: number): string {
  return `Boot${number.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The number in `Boot0003`, `0003` or `3`, which is hexadecimal; undefined when it is none. */
export function optionNumber(text: string): number | undefined {
  const digits = /^(?:boot)?([0-9a-f]{1,4})$/i.exec(text)?.[1];
  return digits === undefined ? undefined : Number.parseInt(digits, 16);
}
