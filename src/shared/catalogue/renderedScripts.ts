import { entries } from './entry.ts';

/** Scripts that the node runs. */
export const renderedScriptCodes = entries({
  PL3250: {
    severity: 'error',
    title: 'Error found by shellcheck',
    why: 'ShellCheck is sure that the script does not do what it says. The message names its rule; <https://www.shellcheck.net/wiki/> has a page for each.',
    mend: 'Mend the script, or write `# shellcheck disable=SC…` with a reason above the line.',
    configurable: true,
  },
  PL3251: {
    severity: 'warning',
    title: 'Warning of shellcheck',
    why: 'ShellCheck thinks that the script does something else than was meant. The message names its rule; <https://www.shellcheck.net/wiki/> has a page for each.',
    mend: 'Mend the script, or write `# shellcheck disable=SC…` with a reason above the line.',
    configurable: true,
  },
  PL3252: {
    severity: 'error',
    title: 'Interpreter that Fedora CoreOS does not have',
    why: 'Fedora CoreOS ships bash (also as sh), but neither Python, Perl, Ruby, Node nor other shells: the script cannot start.',
    mend: 'Write it for `/bin/bash`, or run it in a container.',
    configurable: true,
  },
  PL3253: {
    severity: 'error',
    title: 'Script with Windows line ends',
    why: 'The carriage return becomes part of the interpreter name and of the last word of each line: the kernel answers "no such file".',
    mend: 'Save the file with line feeds only (`.gitattributes`: `*.sh text eol=lf`).',
    configurable: true,
  },
  PL3254: {
    severity: 'error',
    title: 'Script without an interpreter line',
    why: 'systemd executes the file itself, without a shell. A text file that does not begin with `#!` fails with "Exec format error".',
    mend: 'Begin it with `#!/bin/bash`, without a blank or a byte order mark before it.',
    configurable: true,
  },
});
