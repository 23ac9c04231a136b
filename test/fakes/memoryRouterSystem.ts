import { ConnectionLost } from '../../src/ports/remoteShell.ts';
import type { ConfirmedChange, PendingChange, RouterSurvey, RouterSystem } from '../../src/ports/router.ts';
import { Failure } from '../../src/shared/failure.ts';

/** What happens to one operation. `lostBefore` and `lostAfter`: the connection breaks, and it was not, or was, carried out. */
export type Fault = 'none' | 'lostBefore' | 'lostAfter' | 'fails';

/** How a router in memory is to behave. */
export interface MemoryRouterOptions {
  /** The configuration that a change leads to: `uci export` of each package. */
  readonly after: ReadonlyMap<string, string>;
  /** What becomes of the operation with that number, counted from 0. */
  readonly faultOf?: (operation: number, name: string) => Fault;
  /** Milliseconds after a change in which nothing reaches the router. */
  readonly cutMilliseconds?: number;
  readonly survey?: Partial<RouterSurvey>;
}

/** A router in memory, with a clock of its own that only `wait` moves. */
export interface MemoryRouter extends RouterSystem {
  readonly uci: ReadonlyMap<string, string>;
  /** Whether a change was confirmed. */
  readonly confirmed: boolean;
  readonly operations: readonly string[];
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

/** What a stock router says. */
export const plainSurvey: RouterSurvey = {
  system: 'OpenWrt 24.10.2',
  packageManager: 'opkg',
  uptime: 100,
  bootId: 'boot',
  uci: new Map(),
  staged: '',
  rpcd: false,
  installed: new Set(),
  missingCommands: [],
  block: '',
  mounts: '',
  addresses: '',
  services: '',
  dnsmasq: '',
  udpPorts: [67, 69],
  tcpPorts: [8069],
  leases: '',
  neighbours: '',
  log: '',
  files: new Map(),
  pending: undefined,
};

/** Makes one that has a configuration: `uci export` of each package. */
export function memoryRouter(
  before: ReadonlyMap<string, string>,
  { after, faultOf = () => 'none', cutMilliseconds = 0, survey = {} }: MemoryRouterOptions,
): MemoryRouter {
  const operations: string[] = [];
  let uci = before;
  let now = 0;
  let pending: { id: string; until: number; back: ReadonlyMap<string, string> } | undefined;
  let last: ConfirmedChange | undefined;
  let lost = false;
  let cutUntil = 0;

  const tick = (): void => {
    if (pending !== undefined && now >= pending.until) takeBack();
  };
  const takeBack = (): void => {
    if (pending !== undefined) uci = pending.back;
    pending = undefined;
  };
  const operate = async <T>(name: string, work: () => T): Promise<T> => {
    tick();
    const fault = faultOf(operations.length, name);
    operations.push(name);
    if (name === 'reconnect') lost = false;
    if (lost || now < cutUntil || fault === 'lostBefore') {
      lost = true;
      throw new ConnectionLost('the connection broke');
    }
    if (fault === 'fails') throw new Failure('world', `${name} fails`);
    const result = work();
    if (fault === 'lostAfter') {
      lost = true;
      throw new ConnectionLost('the connection broke');
    }
    return result;
  };
  const change = (to: ReadonlyMap<string, string>, seconds: number): PendingChange => {
    if (pending !== undefined) throw new Failure('refused', 'another change waits');
    const id = `change-${operations.length}`;
    pending = { id, until: now + seconds * 1000, back: uci };
    uci = to;
    cutUntil = now + cutMilliseconds;
    return { method: 'timer', id };
  };
  return {
    name: 'root@router',
    get uci() {
      tick();
      return uci;
    },
    get confirmed() {
      return last !== undefined;
    },
    operations,
    now: () => now,
    wait: async (milliseconds) => {
      now += milliseconds;
      tick();
    },
    survey: () =>
      operate('survey', () => ({
        ...plainSurvey,
        ...survey,
        uci,
        pending: pending === undefined ? survey.pending : 'another change is not confirmed yet',
        ...(last && { last }),
      })),
    installPackages: () => operate('installPackages', () => {}),
    apply: (_, { timeoutSeconds }) => operate('apply', () => change(after, timeoutSeconds)),
    putBack: (confirmed, { timeoutSeconds }) =>
      operate('putBack', () => change(new Map([...uci, ...confirmed.before]), timeoutSeconds)),
    confirm: ({ id }) =>
      operate('confirm', () => {
        if (last?.id === id) return;
        if (pending?.id !== id) throw new Failure('world', 'the router has taken the change back already');
        last = { id, packages: [...pending.back.keys()], changedSince: [], before: pending.back };
        pending = undefined;
      }),
    revert: ({ id }) =>
      operate('revert', () => {
        if (pending?.id === id) takeBack();
      }),
    revertLeftover: () =>
      operate('revertLeftover', () => {
        const was = pending !== undefined;
        takeBack();
        return was;
      }),
    restart: () => operate('restart', () => {}),
    reconnect: () => operate('reconnect', () => {}),
    close: async () => {},
  };
}
