import { EndlessExpansion, expandSettings } from '../expansion.ts';
import { parseSettingName } from '../settingName.ts';
import { settingTypeNamed } from '../settingTypes.ts';

/** A setting: bytes, and the type that formats them unless a script asks for another. */
interface Stored {
  readonly bytes: Uint8Array;
  readonly type: string;
}

/** The types of iPXE's predefined settings that are not strings. */
const predefined: Readonly<Record<string, string>> = {
  mac: 'hex',
  'hw-mac': 'hex',
  chip: 'string',
  busid: 'hex',
  uuid: 'uuid',
  ip: 'ipv4',
  netmask: 'ipv4',
  gateway: 'ipv4',
  dns: 'ipv4',
  syslog: 'ipv4',
  ntp: 'ipv4',
  'next-server': 'ipv4',
  'dhcp-server': 'ipv4',
  ip6: 'ipv6',
  dns6: 'ipv6',
  gateway6: 'ipv6',
  errno: 'uint32',
  unixtime: 'uint32',
  priority: 'int8',
  len6: 'uint8',
  mtu: 'uint16',
  memsize: 'int32',
};

/** The settings of a walking machine. */
export class SettingsStore {
  readonly #stored = new Map<string, Stored>();

  /** Settings in the text form of each one's own type; what does not fit its type is kept as a string. */
  constructor(initial: Readonly<Record<string, string>>) {
    for (const [name, value] of Object.entries(initial)) {
      if (!this.store(name, value)) this.store(`${name}:string`, value);
    }
  }

  /** The text of a setting, `[block/]name[:type]`, or undefined where it is not set or the type does not fit. */
  formatted(text: string): string | undefined {
    const { block, name, type } = parseSettingName(text);
    const stored = this.#find(block, name);
    return stored === undefined ? undefined : settingTypeNamed(type ?? stored.type)?.format(stored.bytes);
  }

  /** Stores a value; the empty text deletes. Answers false where the value does not fit the setting's type. */
  store(text: string, value: string): boolean {
    const { block, name, type = predefined[name] ?? 'string' } = parseSettingName(text);
    const parser = settingTypeNamed(type);
    if (parser === undefined) return false;
    const key = keyOf(block, name);
    if (value === '') {
      this.#stored.delete(key);
      return true;
    }
    const bytes = parser.parse(value);
    if (bytes === undefined) return false;
    this.#stored.set(key, { bytes, type });
    return true;
  }

  /** Adds to a number, as `inc` does; what is not set counts as 0. */
  increment(text: string, by: number): void {
    const { block, name, type } = parseSettingName(text);
    const current = settingTypeNamed('int32')?.format(this.#find(block, name)?.bytes ?? new Uint8Array());
    const value = (Number(current ?? 0) + by) | 0;
    this.store(`${block === undefined ? '' : `${block}/`}${name}:${type ?? 'int32'}`, String(value));
  }

  /** Expands the settings of a token; undefined where iPXE would never come to an end. */
  expand(word: string): string | undefined {
    try {
      return expandSettings(word, (name) => this.formatted(name));
    } catch (error) {
      if (error instanceof EndlessExpansion) return undefined;
      throw error;
    }
  }

  /**
   * Looks in the block itself, then in the blocks below it (`net0/ip` finds `net0.dhcp/ip`); without a block, in all.
   * `netX`, the card last used, is the first one here.
   */
  #find(block: string | undefined, name: string): Stored | undefined {
    const exact = this.#stored.get(keyOf(block, name));
    if (exact !== undefined) return exact;
    const within = block === 'netX' ? 'net0' : block;
    for (const [key, stored] of this.#stored) {
      const slash = key.indexOf('/');
      if (slash < 0 || key.slice(slash + 1) !== name) continue;
      const owner = key.slice(0, slash);
      if (within === undefined || owner === within || owner.startsWith(`${within}.`)) return stored;
    }
    return undefined;
  }
}

function keyOf(block: string | undefined, name: string): string {
  return block === undefined ? name : `${block}/${name}`;
}
