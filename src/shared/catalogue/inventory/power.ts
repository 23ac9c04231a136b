import { entries } from '../entry.ts';

/** How machines are switched on and off. */
export const powerCodes = entries({
  PL1210: {
    severity: 'warning',
    title: 'No power method that restarts a machine',
    why: 'A magic packet, or a switch that can only go on, starts a machine that is off. One that runs has to be shut down by somebody before it can be installed anew.',
    mend: 'Add a method that restarts, such as `ssh`, to the list.',
    configurable: true,
  },
  PL1213: {
    severity: 'warning',
    title: 'Power method that is not available',
    why: 'Intel AMT has its name and its settings in the inventory, and this version does not speak it: the method is passed over, and the next one of the list is used.',
    mend: 'Use another method. `command` can start a program that speaks AMT.',
    configurable: true,
  },
  PL1220: {
    severity: 'warning',
    title: 'Password of a management controller sent without TLS',
    why: 'Whoever listens on the way learns the password, and can then switch the machine and read its console.',
    mend: 'Write the URL with `https://`, and pin the certificate by `certificateSha256` where no authority vouches for it.',
    configurable: true,
  },
  PL1258: {
    severity: 'warning',
    title: 'Power method that is never used',
    why: 'Methods are tried in order, and a person can always be asked: what comes behind `manual` is never reached.',
    mend: 'Put `manual` at the end of the list.',
    configurable: true,
  },
  PL1262: {
    severity: 'error',
    title: 'Power settings that contradict each other',
    why: 'One of the two settings would have no effect, and nobody can tell which of them was meant.',
    mend: 'Remove one of them.',
    configurable: true,
  },
  PL1293: {
    severity: 'error',
    title: 'Incomplete power method',
    why: 'The method can switch the machine off at most, so a reimage would wait for somebody to press the button.',
    mend: 'Give `on` or `cycle`, or use `manual`.',
    configurable: true,
  },
});
