import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Sessions } from './sessions.ts';
import { type StagingMethod, stage, stagingMethods, type Uci, uci } from './staging.ts';
import { isFlag, isNumber, isText, type Message, UbusError } from './status.ts';

/** rpcd's object `uci`: sessions stage, apply, confirm and roll back. One change at a time waits for its confirmation. */
export class UciObject {
  readonly #tool: Uci;
  readonly #state: string;
  readonly #uptime: string;
  readonly #sessions: Sessions;

  /** `uptime`: the file with the seconds since the router's start, as /proc/uptime. */
  constructor(
    tool: Uci,
    { state, uptime }: { readonly state: string; readonly uptime: string },
    sessions: Sessions,
  ) {
    this.#tool = tool;
    this.#state = state;
    this.#uptime = uptime;
    this.#sessions = sessions;
  }

  call(method: string, message: Message): unknown {
    const session = message.need('ubus_rpc_session', isText);
    if ((stagingMethods as readonly string[]).includes(method)) {
      const name = message.need('config', isText);
      this.#sessions.require(session, 'uci', name, 'write');
      return stage(this.#tool, this.#staged(session), name, method as StagingMethod, message);
    }
    if (method === 'apply') return this.#apply(session, message);
    if (method === 'confirm') return this.#confirm(session, message);
    if (method === 'rollback') return this.#rollBack(session, message);
    throw new UbusError('methodNotFound', method);
  }

  /** The time is over: takes back what that session applied, unless that is settled. */
  expire(session: string): void {
    if (this.#waiting() === session) this.#restore();
  }

  #apply(session: string, message: Message): void {
    const rollback = message.need('rollback', isFlag);
    const timeout = message.need('timeout', isNumber);
    message.end();
    if (!rollback) throw new UbusError('invalidArgument', 'without a way back');
    if (this.#waiting() !== undefined) throw new UbusError('permissionDenied', 'another change waits');
    const staged = this.#staged(session);
    const names = existsSync(staged)
      ? readdirSync(staged).filter((name) => !name.startsWith('.') && statSync(join(staged, name)).size > 0)
      : [];
    for (const name of names) this.#sessions.require(session, 'uci', name, 'write');
    if (names.length === 0) throw new UbusError('noData', 'nothing is staged');
    rmSync(this.#snapshot(), { recursive: true, force: true });
    mkdirSync(this.#snapshot());
    writeFileSync(join(this.#state, 'applied'), session);
    for (const name of names) {
      copyFileSync(join(this.#tool.config, name), join(this.#snapshot(), name));
      uci(this.#tool, staged, 'commit', name);
    }
    // Outlives the program that was called, as rpcd does, and not the router.
    const command = `deadline=$1; shift
      while read -r now _ <"$1" && [ "\${now%.*}" -lt "$deadline" ]; do sleep 0.2; done
      if [ -e "$1" ]; then exec "$0" "$2" --expire "$3"; fi`;
    const deadline = Math.floor(Number.parseFloat(readFileSync(this.#uptime, 'utf8'))) + timeout;
    const words = [process.execPath, `${deadline}`, this.#uptime, process.argv[1] ?? '', session];
    spawn('/bin/sh', ['-c', command, ...words], { detached: true, stdio: 'ignore' }).unref();
  }

  #confirm(session: string, message: Message): void {
    message.end();
    this.#requireOwn(session);
    this.#settle();
  }

  #rollBack(session: string, message: Message): void {
    message.end();
    this.#requireOwn(session);
    this.#restore();
  }

  #requireOwn(session: string): void {
    const waiting = this.#waiting();
    if (waiting === undefined) throw new UbusError('noData', 'nothing waits');
    if (waiting !== session) throw new UbusError('permissionDenied', 'it is the change of another session');
  }

  #restore(): void {
    for (const name of readdirSync(this.#snapshot()))
      copyFileSync(join(this.#snapshot(), name), join(this.#tool.config, name));
    this.#settle();
  }

  #settle(): void {
    rmSync(this.#snapshot(), { recursive: true, force: true });
    rmSync(join(this.#state, 'applied'), { force: true });
  }

  #waiting(): string | undefined {
    const path = join(this.#state, 'applied');
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  }

  #snapshot(): string {
    return join(this.#state, 'snapshot-files');
  }

  #staged(session: string): string {
    return join(this.#state, `uci-${session}`);
  }
}
