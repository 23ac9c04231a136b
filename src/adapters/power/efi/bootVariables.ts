import { type LoadOption, readLoadOption } from './loadOption.ts';

/** What UEFI's variables say of how a machine boots. */
export interface BootVariables {
  readonly options: readonly LoadOption[];
  /** Numbers of options, the first one first. */
  readonly order: readonly number[];
  /** Undefined where the next start is like the others. */
  readonly next: number | undefined;
  /** Undefined where the firmware does not say what it started. */
  readonly current: number | undefined;
}

/** Bytes that efivarfs puts before a value: the variable's attributes. */
const attributeBytes = 4;

/**
 * Reads what the script tells of the variables: lines `<name> <hexadecimal bytes of the file>`. What makes no sense is left out, as
 * firmware leaves it out.
 */
export function readBootVariables(text: string): BootVariables {
  const values = new Map<string, Uint8Array>();
  for (const line of text.split('\n')) {
    const [, name, hex = ''] = /^(Boot(?:[0-9A-Fa-f]{4}|Order|Next|Current)) ([0-9a-f]*)$/.exec(line) ?? [];
    if (name !== undefined) values.set(name, Buffer.from(hex, 'hex').subarray(attributeBytes));
  }
  const options = [...values].flatMap(([name, bytes]) => {
    const digits = /^Boot([0-9A-Fa-f]{4})$/.exec(name)?.[1];
    return digits === undefined ? [] : (readLoadOption(Number.parseInt(digits, 16), bytes) ?? []);
  });
  return {
    options: options.sort((one, other) => one.number - other.number),
    order: numbers(values.get('BootOrder')),
    next: numbers(values.get('BootNext'))[0],
    current: numbers(values.get('BootCurrent'))[0],
  };
}

/** Numbers of two bytes each, the lower one first. */
function numbers(bytes: Uint8Array = new Uint8Array()): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.length / 2) }, (_, index) => view.getUint16(index * 2, true));
}
