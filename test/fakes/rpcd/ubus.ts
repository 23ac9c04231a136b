/**
 * A stand-in for OpenWrt's `ubus` with rpcd behind it: `ubus list`, `ubus call OBJECT METHOD MESSAGE` for the objects session, uci and
 * service. It follows rpcd's session.c and uci.c in what it refuses and answers, works on real files through the real uci, and is stricter
 * than rpcd: it takes no member of a message that it does not know. State lies in the folder RPCD_STATE, and RPCD_UPTIME has the time. What it has not: the events that make
 * services reload, and any access of a session to anything but uci.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Sessions } from './sessions.ts';
import { isText, Message, UbusError } from './status.ts';
import { UciObject } from './uciObject.ts';

const {
  RPCD_STATE: state = '',
  RPCD_CONFIG: config = '',
  RPCD_UCI: program = '',
  RPCD_UPTIME: uptime = '',
} = process.env;
const sessions = new Sessions(state);
const uciObject = new UciObject({ program, config }, { state, uptime }, sessions);

function call(object: string, method: string, text: string): unknown {
  const message = new Message(text);
  if (object === 'session') return sessions.call(method, message);
  if (object === 'uci') return uciObject.call(method, message);
  if (object === 'service' && method === 'list') return serviceList(message);
  throw new UbusError('notFound', object);
}

/** Services that run are named in the file `services` of the state. */
function serviceList(message: Message): unknown {
  const name = message.need('name', isText);
  message.end();
  const path = join(state, 'services');
  const running = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  return running.includes(name) ? { [name]: { instances: { instance1: { running: true, pid: 1 } } } } : {};
}

function main([command, ...words]: readonly string[]): unknown {
  if (command === '--expire' && words.length === 1) return uciObject.expire(words[0] ?? '');
  if (command === 'list' && words.length === 0) {
    process.stdout.write('service\nsession\nuci\n');
    return undefined;
  }
  const [object = '', method = '', text = '{}', ...more] = words;
  if (command !== 'call' || more.length > 0) throw new UbusError('invalidCommand', 'usage');
  return call(object, method, text);
}

try {
  const answer = main(process.argv.slice(2));
  if (answer !== undefined) process.stdout.write(`${JSON.stringify(answer, undefined, '\t')}\n`);
} catch (error) {
  const code = error instanceof UbusError ? error.status : 9;
  process.stderr.write(`Command failed: ${(error as Error).message}\n`);
  process.exitCode = code;
}
