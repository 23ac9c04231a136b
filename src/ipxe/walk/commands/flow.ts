import { parseInteger } from '../../characters.ts';
import type { Handler } from '../handler.ts';
import { ended, failed, ok } from '../outcome.ts';

const goto: Handler = (machine, call) => {
  const { frame } = machine;
  const label = call.arguments[0] ?? '';
  const target = frame?.labels.get(label);
  if (frame === undefined || target === undefined) return failed(`there is no label :${label}`);
  machine.note({ kind: 'goto', label });
  frame.stop = 'line';
  frame.jump = target;
  return ok;
};

const exit: Handler = (machine, call) => {
  const status = parseInteger(call.arguments[0] ?? '0');
  if (status === undefined) return failed(`"${call.arguments[0]}" is no exit status`);
  machine.note({ kind: 'exit', status });
  if (machine.frame !== undefined) machine.frame.stop = 'script';
  return status === 0 ? ok : { kind: 'failed', why: `exit ${status}`, exit: status };
};

const isset: Handler = (machine, call) => {
  const value = call.arguments[0] ?? '';
  machine.note({ kind: 'test', text: `isset ${value}`.trimEnd(), holds: value !== '' });
  return value === '' ? failed('the setting is not set') : ok;
};

const iseq: Handler = (machine, call) => {
  const [left = '', right = ''] = call.arguments;
  machine.note({ kind: 'test', text: `iseq ${left} ${right}`, holds: left === right });
  return left === right ? ok : failed(`"${left}" is not "${right}"`);
};

const echo: Handler = (machine, call) => {
  machine.note({ kind: 'echo', text: call.arguments.join(' ') });
  return ok;
};

const sleep: Handler = (machine, call) => {
  if (parseInteger(call.arguments[0] ?? '') === undefined) return failed('sleep needs a number of seconds');
  machine.note({ kind: 'skipped', text: `sleep ${call.arguments[0]}`, why: 'a walk does not wait' });
  return ok;
};

const prompt: Handler = (machine, call) => {
  const text = `prompt ${call.arguments.join(' ')}`.trimEnd();
  if (parseInteger(call.options.get('timeout') ?? '0') === 0) {
    return ended({ kind: 'shell', why: 'a prompt without a timeout waits for a key' });
  }
  machine.note({ kind: 'skipped', text, why: 'nobody presses a key until the time is up' });
  return failed('nobody pressed a key');
};

/** Commands that decide which line runs next. */
export const flowCommands: Readonly<Record<string, Handler>> = {
  goto,
  exit,
  isset,
  iseq,
  echo,
  sleep,
  prompt,
};
