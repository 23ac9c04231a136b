import type { BootStepKind, MachineStep } from './boot.ts';
import { readLogTime } from './logTime.ts';

/** What is known beside the log. */
export interface LogSurroundings {
  /** The router's clock, as its log writes it: `Sun Nov 22 21:26:00 2026`. Where it cannot be read, the newest line counts as of now. */
  readonly clock: string;
  /** Seconds since the router started, when the log was read. */
  readonly uptime: number;
  /** MACs by address, as leases and the neighbour table have them: for lines that only name an address. */
  readonly macs: ReadonlyMap<string, string>;
}

/** Steps of machines in dnsmasq's lines of the system log, in their order. Lines that say something else are left out. */
export function readLog(log: string, { clock, uptime, macs }: LogSurroundings): MachineStep[] {
  const lines = log.split('\n').flatMap((line) => readLine(line) ?? []);
  const now = readLogTime(clock) ?? lines.at(-1)?.time ?? 0;
  const known = new Map(macs);
  return lines.flatMap(({ time, program, text }) => {
    const at = uptime - (now - time);
    const found = program === 'tftp' ? readTftp(text, known) : readDhcp(text);
    if (found === undefined) return [];
    // Whoever had an address before is not who has it from here on.
    if (found.kind === 'offer') known.set(found.text, found.mac);
    return [{ ...found, uptime: at }];
  });
}

type Found = Omit<MachineStep, 'uptime'>;

interface LogLine {
  /** Seconds of the router's clock. */
  readonly time: number;
  readonly program: 'dhcp' | 'tftp';
  readonly text: string;
}

/** `Sun Nov 22 21:26:00 2026 daemon.info dnsmasq-dhcp[1]: 3218 DHCPOFFER(br-lan) 192.168.26.11 98:fa:9b:1c:2d:01` */
function readLine(line: string): LogLine | undefined {
  const [, stamp = '', program, text = ''] =
    /^(.{10,40}?) (?:\S+ )?dnsmasq-(dhcp|tftp)\[\d+\]: (?:\d+ )?(.*)$/.exec(line) ?? [];
  const time = readLogTime(stamp);
  if (time === undefined || (program !== 'dhcp' && program !== 'tftp')) return undefined;
  return { time, program, text };
}

const macPattern = '((?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2})';
const dhcpPattern = new RegExp(
  String.raw`^(DHCP[A-Z]+)\([^)]*\) (?:(\d+(?:\.\d+){3}) )?${macPattern} ?(.*)$`,
);

function readDhcp(text: string): Found | undefined {
  const [, word, address = '', mac = '', rest = ''] = dhcpPattern.exec(text) ?? [];
  const step = (kind: BootStepKind, more: string): Found => ({ kind, mac: mac.toLowerCase(), text: more });
  if (word === 'DHCPOFFER') return step('offer', address);
  if (word === 'DHCPNAK') return step('noAddress', rest);
  if (word !== 'DHCPDISCOVER') return undefined;
  return /^(?:no address|ignored)/.test(rest) ? step('noAddress', rest) : step('discover', '');
}

const tftpLines: readonly (readonly [BootStepKind, RegExp])[] = [
  ['file', /^sent (.+) to (\S+)$/],
  ['fileMissing', /^file (.+) not found for (\S+)$/],
  ['fileBroken', /^failed sending (.+) to (\S+)$/],
];

function readTftp(text: string, macs: ReadonlyMap<string, string>): Found | undefined {
  for (const [kind, pattern] of tftpLines) {
    const [, path, address = ''] = pattern.exec(text) ?? [];
    const mac = macs.get(address);
    const name = path?.slice(path.lastIndexOf('/') + 1);
    // iPXE always looks whether there is one.
    if (kind === 'fileMissing' && name === 'autoexec.ipxe') return undefined;
    if (name !== undefined && mac !== undefined) return { kind, mac, text: name };
  }
  return undefined;
}
