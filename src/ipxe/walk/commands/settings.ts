import { parseInteger } from '../../characters.ts';
import { parseSettingName } from '../../settingName.ts';
import type { Handler } from '../handler.ts';
import { failed, ok } from '../outcome.ts';

const set: Handler = (machine, call) => {
  const [setting = '', ...words] = call.arguments;
  const value = words.join(' ');
  if (!machine.settings.store(setting, value))
    return failed(`"${value}" does not fit the setting ${setting}`);
  machine.note({ kind: 'set', setting, value });
  return ok;
};

const inc: Handler = (machine, call) => {
  const [setting = '', by = '1'] = call.arguments;
  const increment = parseInteger(by);
  if (increment === undefined) return failed(`"${by}" is no integer`);
  machine.settings.increment(setting, increment);
  machine.note({ kind: 'set', setting, value: machine.settings.formatted(setting) ?? '' });
  return ok;
};

const show: Handler = (machine, call) => {
  const setting = call.arguments[0] ?? '';
  const value = machine.settings.formatted(setting);
  if (value === undefined) return failed(`the setting ${parseSettingName(setting).name} is not set`);
  machine.note({ kind: 'echo', text: `${setting} = ${value}` });
  return ok;
};

/** Commands that read and write settings. */
export const settingCommands: Readonly<Record<string, Handler>> = { set, clear: set, inc, show };
