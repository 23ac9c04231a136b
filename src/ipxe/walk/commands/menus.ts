import { parseInteger } from '../../characters.ts';
import type { Handler } from '../handler.ts';
import { ended, failed, ok } from '../outcome.ts';

const menu: Handler = (machine, call) => {
  const name = call.options.get('name') ?? '';
  if (call.options.has('delete')) machine.menus.delete(name);
  else machine.menus.create(name);
  return ok;
};

const item: Handler = (machine, call) => {
  const name = call.options.has('gap') ? undefined : call.arguments[0];
  const menuName = call.options.get('menu') ?? call.options.get('form') ?? '';
  if (name === undefined) return ok;
  return machine.menus.add(menuName, { name, isDefault: call.options.has('default') })
    ? ok
    : failed('there is no menu to add to');
};

const choose: Handler = (machine, call) => {
  const setting = call.arguments[0] ?? '';
  const menuName = call.options.get('menu') ?? '';
  const value = machine.menus.untouched(menuName, call.options.get('default'));
  if (value === undefined) return failed('there is no menu to choose from');
  if (parseInteger(call.options.get('timeout') ?? '0') === 0) {
    return ended({ kind: 'shell', why: 'a menu without a timeout waits for a choice' });
  }
  machine.note({ kind: 'choice', setting, value });
  machine.settings.store(setting, value);
  if (!call.options.has('keep')) machine.menus.delete(menuName);
  return ok;
};

/** Commands of menus: nobody is there to choose, so the default is taken when the time is up. */
export const menuCommands: Readonly<Record<string, Handler>> = { menu, form: menu, item, choose };
