import { isDevice } from '../values.ts';

/** Kernel arguments of a profile, sorted into what they mean here. */
export interface ReadArguments {
  readonly installDisk: string | undefined;
  /** Those that a node keeps. */
  readonly kept: readonly string[];
  /** Those that are not carried over, with the reason. */
  readonly left: readonly { readonly argument: string; readonly why: string }[];
}

/** Reads the kernel arguments that matchbox gives an installer. */
export function readArguments(list: readonly string[]): ReadArguments {
  let installDisk: string | undefined;
  const kept: string[] = [];
  const left: { argument: string; why: string }[] = [];
  for (const argument of list.flatMap((each) => each.split(/\s+/)).filter(Boolean)) {
    const [name = '', ...rest] = argument.split('=');
    const value = rest.join('=');
    const why = reasonAgainst(name, argument);
    if (name === 'coreos.inst.install_dev' && isDevice(fullPath(value))) installDisk = fullPath(value);
    else if (why === undefined) kept.push(argument);
    else left.push({ argument: name, why });
  }
  return { installDisk, kept, left };
}

/** `sda` is `/dev/sda` to the installer. */
function fullPath(device: string): string {
  return device.startsWith('/') ? device : `/dev/${device}`;
}

const ours =
  /^(initrd|coreos\.(inst|live)\b.*|ignition\..*|rd\.neednet|ip|systemd\.unified_cgroup_hierarchy|console|flatcar\..*)$/;

function reasonAgainst(name: string, argument: string): string | undefined {
  if (name === 'coreos.inst.install_dev') return 'it names no device that can be read';
  if (name === 'console')
    return 'consoles are a setting of their own: `console` in site.yaml or the node, tty0 and ttyS0 by default';
  if (ours.test(name)) return 'Pilotlight says it itself';
  if (/[${}]/.test(argument)) return 'it is made by iPXE or a template, and nothing is expanded';
  if (!/^[\x21-\x7e]+$/.test(argument) || argument.includes('"'))
    return 'it has characters that a kernel argument here may not have';
  return undefined;
}
