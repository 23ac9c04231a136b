import type { Handler } from '../handler.ts';
import { ended, failed } from '../outcome.ts';

const waits =
  (why: string): Handler =>
  () =>
    ended({ kind: 'shell', why });

const sanboot: Handler = (machine, call) => {
  const [uri] = call.arguments;
  if (uri === undefined) return ended({ kind: 'localDisk', how: 'sanboot', status: 0 });
  machine.note({ kind: 'boot', url: uri });
  return ended({ kind: 'boots', kernel: uri, cmdline: '', initrds: [] });
};

/** Commands after which iPXE does nothing more by itself. */
export const endCommands: Readonly<Record<string, Handler>> = {
  shell: waits('the script opens a shell'),
  config: waits('the script opens the settings editor'),
  login: waits('the script asks for a name and a password'),
  read: waits('the script asks for a value'),
  present: waits('the script shows a form'),
  sanboot,
  poweroff: () => ended({ kind: 'stops', how: 'poweroff' }),
  reboot: () => ended({ kind: 'stops', how: 'reboot' }),
  autoboot: () => failed('autoboot starts over with DHCP, which is no part of a walk'),
};
