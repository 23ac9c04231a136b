import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNumber, isPairs, isText, type Message, UbusError } from './status.ts';

interface Session {
  /** Milliseconds since 1970. */
  readonly expires: number;
  /** `uci dhcp write` */
  readonly grants: readonly string[];
}

/** rpcd's object `session`: who may do what. Sessions lie in files of their own. */
export class Sessions {
  readonly #folder: string;

  constructor(state: string) {
    this.#folder = join(state, 'sessions');
    mkdirSync(this.#folder, { recursive: true });
  }

  call(method: string, message: Message): unknown {
    if (method === 'create') return this.#create(message);
    if (method === 'grant') return this.#grant(message);
    if (method === 'destroy') return this.#destroy(message);
    throw new UbusError('methodNotFound', method);
  }

  /** Throws where there is no such session, it has expired, or nobody granted it that. */
  require(id: string, ...words: readonly [scope: string, object: string, right: string]): void {
    if (!this.#read(id).grants.includes(words.join(' ')))
      throw new UbusError('permissionDenied', words.join(' '));
  }

  #create(message: Message): unknown {
    const timeout = message.take('timeout', isNumber) ?? 300;
    message.end();
    const id = randomBytes(16).toString('hex');
    this.#write(id, { expires: Date.now() + timeout * 1000, grants: [] });
    return { ubus_rpc_session: id, timeout, expires: timeout, acls: {}, data: {} };
  }

  #grant(message: Message): void {
    const id = message.need('ubus_rpc_session', isText);
    const scope = message.need('scope', isText);
    const objects = message.need('objects', isPairs);
    message.end();
    const session = this.#read(id);
    this.#write(id, {
      ...session,
      grants: [...session.grants, ...objects.map(([object, right]) => `${scope} ${object} ${right}`)],
    });
  }

  #destroy(message: Message): void {
    const id = message.need('ubus_rpc_session', isText);
    message.end();
    this.#read(id);
    rmSync(this.#path(id));
    rmSync(join(this.#folder, '..', `uci-${id}`), { recursive: true, force: true });
  }

  #path(id: string): string {
    if (!/^[0-9a-f]{32}$/.test(id)) throw new UbusError('permissionDenied', 'no session');
    return join(this.#folder, id);
  }

  #read(id: string): Session {
    const path = this.#path(id);
    if (!existsSync(path)) throw new UbusError('permissionDenied', 'no such session');
    const session = JSON.parse(readFileSync(path, 'utf8')) as Session;
    if (session.expires < Date.now()) throw new UbusError('permissionDenied', 'the session has expired');
    return session;
  }

  #write(id: string, session: Session): void {
    writeFileSync(this.#path(id), JSON.stringify(session));
  }
}
