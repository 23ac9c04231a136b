import type { ArmedRecord, GateState } from '../../src/ports/gate.ts';
import type { Gates, OpenGate } from '../../src/ports/gates.ts';
import { ConnectionLost } from '../../src/ports/remoteShell.ts';

const bootId = '01234567-89ab-cdef-0123-456789abcdef';

/** A router's gate in memory: what it was told, and what it answers. Operations can be made to fail. */
export class MemoryGate implements Gates {
  readonly armed = new Map<string, { readonly record: ArmedRecord; readonly ignition: string }>();
  readonly events: string[] = [];
  readonly discovered: string[] = [];
  readonly hostKeys: string[] = [];
  uptime = 1000;
  /** Connections that were opened and not closed. */
  connections = 0;
  /** Called before each operation; throws what it should fail with. */
  before: (operation: 'open' | 'arm' | 'disarm' | 'state', subject: string) => void = () => {};

  open = async (): Promise<OpenGate> => {
    this.before('open', '');
    this.connections += 1;
    return {
      name: 'root@router:22',
      arm: async (record, ignition) => {
        this.before('arm', record.hostname);
        this.armed.set(key(record.macs[0]), { record, ignition });
      },
      disarm: async (mac) => {
        this.before('disarm', mac);
        return this.armed.delete(key(mac));
      },
      state: async () => {
        this.before('state', '');
        return this.#state();
      },
      close: async () => {
        this.connections -= 1;
      },
    };
  };

  #state(): GateState {
    return {
      uptime: this.uptime,
      bootId,
      armed: [...this.armed.values()].map(({ record }) =>
        [
          `hostname ${record.hostname}`,
          `macs ${record.macs.map(key).join(' ')}`,
          `variant ${record.variant}`,
          `release ${record.release}`,
          `digest ${record.digest}`,
          `install ${record.install}`,
          `armed ${this.uptime - 60}`,
          `deadline ${this.uptime - 60 + record.seconds}`,
          'progress waiting',
          '',
        ].join('\n'),
      ),
      events: this.events,
      discovered: this.discovered,
      hostKeys: this.hostKeys,
    };
  }
}

/** Makes an operation fail with a broken connection the first so many times. */
export function breaking(times: number, which: string): MemoryGate['before'] {
  let left = times;
  return (operation) => {
    if (operation === which && left-- > 0) throw new ConnectionLost('it broke');
  };
}

function key(mac: string): string {
  return mac.replaceAll(':', '-');
}
