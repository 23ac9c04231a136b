import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { requireTool, type Skipping } from '../../tools/tools.ts';

/** Which shell is `/bin/sh` on a machine. */
export type ShellName = 'bash' | 'busybox ash' | 'dash';

/** Programs of Fedora CoreOS that a first boot may use: those of this machine. It has no others but the stand-ins. */
const real = [
  ...['awk', 'base64', 'basename', 'cat', 'chmod', 'cksum', 'cmp', 'cp', 'cut', 'date', 'dirname', 'env'],
  ...[
    'expr',
    'grep',
    'head',
    'hostname',
    'id',
    'ln',
    'ls',
    'mkdir',
    'mktemp',
    'mv',
    'od',
    'readlink',
    'rm',
    'rmdir',
  ],
  ...[
    'sed',
    'seq',
    'sha256sum',
    'sort',
    'stat',
    'tail',
    'tee',
    'touch',
    'tr',
    'true',
    'truncate',
    'uname',
    'uniq',
  ],
  ...['wc', 'tac', 'cat', 'realpath', 'timeout', 'xargs', 'find', 'getent', 'ip'],
];

/** What stands in for programs that need a machine, or that take time. */
const standIns = ['chcon', 'curl', 'journalctl', 'restorecon', 'sleep', 'sync', 'systemctl', 'timedatectl'];

const here = (path: string): string => new URL(path, import.meta.url).pathname;

/**
 * Makes what is mounted as `/usr` of machines: `stepped` says whether every program goes through a step before and after it runs.
 *
 * @param folder a new one
 */
export function writeUsr(folder: string, shell: ShellName, stepped: boolean, context: Skipping): void {
  for (const name of ['bin', 'lib', 'lib64', 'libexec', 'share', 'etc'])
    mkdirSync(join(folder, name), { recursive: true });
  symlinkSync('bin', join(folder, 'sbin'));
  symlinkSync('../var/usrlocal', join(folder, 'local'));
  for (const tool of ['curl', 'dash', 'bash'] as const) requireTool(tool, context);
  const put = (name: string, program: string): void => {
    const target = join(folder, 'bin', name);
    if (!stepped) {
      symlinkSync(program, target);
      return;
    }
    writeFileSync(target, `#!/host/bin/dash\nname=${name} program=${program}\n. /lab/programs/step.sh\n`);
    chmodSync(target, 0o755);
  };
  for (const name of new Set(real)) put(name, inHost(name));
  for (const name of standIns) put(name, `/lab/programs/${name}.sh`);
  copyFileSync(requireTool('router-busybox', context), join(folder, 'libexec/busybox'));
  const shells = { bash: '/host/bin/bash', dash: '/host/bin/dash', 'busybox ash': '../libexec/busybox' };
  symlinkSync(shells[shell], join(folder, 'bin/sh'));
  symlinkSync('/host/bin/bash', join(folder, 'bin/bash'));
}

/** Where a program of this machine is seen from a machine of the lab. */
function inHost(name: string): string {
  const path = ['/usr/bin', '/usr/sbin'].map((folder) => join(folder, name)).find((each) => existsSync(each));
  if (path === undefined) throw new Error(`this machine has no ${name}`);
  // What is a link may lead to the very wrapper, as the places have the same names there.
  return realpathSync(path).replace(/^(\/usr)?\/(s?bin)\//, '/host/$2/');
}

/** Makes the folder of stand-ins, and of what carries them. */
export function writeStandIns(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(here('standIns'))) {
    copyFileSync(here(`standIns/${name}`), join(folder, name));
    chmodSync(join(folder, name), 0o755);
  }
}
