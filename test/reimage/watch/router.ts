import type { RouterTold } from '../../../src/reimage/watch/told.ts';
import { readLogTime } from '../../../src/router/boots/logTime.ts';
import { readLog } from '../../../src/router/boots/readLog.ts';
import { readLeases } from '../../../src/router/facts/leases.ts';
import { readGateEvents } from '../../../src/router/gate/events.ts';

export const mac = '98:fa:9b:1c:2d:01';
export const digest = 'd'.repeat(64);
const address = '192.168.26.11';

/** A router that is watched: its log and its gate are read as the real ones are. */
export class Router {
  /** Seconds of our own clock. */
  now = 1_000_000;
  uptime: number;
  #bootId: string;
  /** Seconds of its clock. */
  #clock = Date.UTC(2026, 10, 22, 21, 0, 0) / 1000;
  #log: string[] = [];
  #events: string[] = [];
  #leases = '';

  constructor(uptime = 5000, bootId = 'aaaaaaaa-0d35-4b8e-9f5d-0f6c1c6a1c11') {
    this.uptime = uptime;
    this.#bootId = bootId;
  }

  wait(seconds: number): void {
    this.now += seconds;
    this.uptime += seconds;
    this.#clock += seconds;
  }

  /** A time server sets its clock. */
  setClock(by: number): void {
    this.#clock += by;
  }

  /** It loses its memory; `keepsLog`: its log is in a file on the storage. */
  restart(seconds = 60, { keepsLog = false, bootId = 'bbbbbbbb-0d35-4b8e-9f5d-0f6c1c6a1c11' } = {}): void {
    this.now += seconds;
    this.#clock += seconds;
    this.uptime = seconds / 2;
    this.#bootId = bootId;
    this.#events = [];
    if (!keepsLog) this.#log = [];
  }

  discover(whose = mac): void {
    this.#line(`dnsmasq-dhcp[1]: DHCPDISCOVER(br-lan) ${whose}`);
  }

  offer(whose = mac, what = address): void {
    this.#line(`dnsmasq-dhcp[1]: DHCPOFFER(br-lan) ${what} ${whose}`);
  }

  noAddress(whose = mac): void {
    this.#line(`dnsmasq-dhcp[1]: DHCPDISCOVER(br-lan) ${whose} no address available`);
  }

  file(name = 'ipxe.efi', to = address): void {
    this.#line(`dnsmasq-tftp[1]: sent /mnt/usb/pilotlight/tftp/${name} to ${to}`);
  }

  missing(name: string): void {
    this.#line(`dnsmasq-tftp[1]: file /mnt/usb/pilotlight/tftp/${name} not found for ${address}`);
  }

  lease(whose = mac): void {
    this.#leases = `${Math.round(this.#clock) + 43_200} ${whose} ${address} lenovo1 *\n`;
  }

  gate(kind: string, text = '', whose = mac): void {
    const id = this.#bootId.split('-')[0];
    this.#events.push(
      `${this.uptime.toFixed(2)} ${id} ${kind} ${whose.replaceAll(':', '-')} ${address} ${text}`,
    );
  }

  /** What both the gate and the survey tell. */
  told(): RouterTold {
    return { ...this.toldByGate(), ...this.toldByLog() };
  }

  toldByGate(): RouterTold {
    const events = readGateEvents(this.#events, this.#bootId);
    return { bootId: this.#bootId, uptime: this.uptime, now: this.now, events };
  }

  toldByLog(): RouterTold {
    const clock = logStamp(this.#clock);
    const uptime = Math.round(this.uptime * 100) / 100;
    const surroundings = { clock, uptime, macs: new Map([[address, mac]]) };
    const steps = readLog(this.#log.join('\n'), surroundings);
    const log = { clock: readLogTime(clock) ?? Number.NaN, steps, leases: readLeases(this.#leases) };
    return { bootId: this.#bootId, uptime, now: this.now, log };
  }

  #line(text: string): void {
    this.#log.push(`${logStamp(this.#clock)} daemon.info ${text}`);
  }
}

/** `Sun Nov 22 21:26:00 2026` */
function logStamp(clock: number): string {
  const [, weekday, day, month, year, time] =
    /^(\w+), (\d+) (\w+) (\d+) (\S+) GMT$/.exec(new Date(Math.floor(clock) * 1000).toUTCString()) ?? [];
  return `${weekday} ${month} ${day} ${time} ${year}`;
}
