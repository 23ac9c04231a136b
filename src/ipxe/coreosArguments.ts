/** What a kernel command line tells Fedora CoreOS (facts: coreos-installer's and fedora-coreos-config's sources). */
export interface CoreosArguments {
  /** `coreos.live.rootfs_url`. */
  readonly rootfsUrl?: string;
  /** `coreos.liveiso`. */
  readonly liveIso?: string;
  /** `coreos.inst.*`; present when any of them is. */
  readonly install?: InstallArguments;
  /** `ignition.config.url`: the live system's own config. */
  readonly ignitionConfigUrl?: string;
  readonly ignitionFirstboot: boolean;
  readonly ignitionPlatform?: string;
  /** The names in `initrd=`, in order. */
  readonly initrds: readonly string[];
  /** Every `coreos.*` and `ignition.*` argument as written, in order. */
  readonly all: readonly { readonly name: string; readonly value?: string }[];
}

/** What `coreos.inst.*` asks the installer to do. */
export interface InstallArguments {
  readonly device?: string;
  readonly ignitionUrl?: string;
  readonly imageUrl?: string;
  readonly stream?: string;
  readonly insecure: boolean;
  readonly skipReboot: boolean;
  readonly platform?: string;
  readonly savePartitionLabels: readonly string[];
  readonly savePartitionIndexes: readonly string[];
}

type Argument = { readonly name: string; readonly value?: string };

/** Splits a command line as Linux does: white space between arguments, except inside double quotes. */
export function splitCommandLine(cmdline: string): Argument[] {
  return (cmdline.match(/(?:"[^"]*"?|[^\s"])+/g) ?? []).map((text) => {
    const plain = text.replaceAll('"', '');
    const equals = plain.indexOf('=');
    return equals < 0 ? { name: plain } : { name: plain.slice(0, equals), value: plain.slice(equals + 1) };
  });
}

/** A switch counts by being there, unless its value says no: so reads the installer's service script. */
export function isOn(argument: { readonly value?: string } | undefined): boolean {
  return argument !== undefined && !['', '0', 'no', 'off'].includes(argument.value ?? 'yes');
}

/** Reads what a command line (settings expanded) tells Fedora CoreOS. Of arguments that repeat, the last one counts. */
export function coreosArguments(cmdline: string): CoreosArguments {
  const split = splitCommandLine(cmdline);
  const all = split.filter(({ name }) => name.startsWith('coreos.') || name.startsWith('ignition.'));
  const text = <K extends string>(key: K, name: string): { [P in K]?: string } => {
    const value = all.findLast((each) => each.name === name)?.value;
    return (value === undefined || value === '' ? {} : { [key]: value }) as { [P in K]?: string };
  };
  const flag = (name: string) => isOn(all.findLast((each) => each.name === name));
  const list = (name: string) =>
    all
      .filter((each) => each.name === name)
      .flatMap(({ value = '' }) => value.split(','))
      .filter((each) => each !== '');
  const installs = all.some(({ name }) => name.startsWith('coreos.inst.'));
  const install: InstallArguments = {
    ...text('device', 'coreos.inst.install_dev'),
    ...text('ignitionUrl', 'coreos.inst.ignition_url'),
    ...text('imageUrl', 'coreos.inst.image_url'),
    ...text('stream', 'coreos.inst.stream'),
    ...text('platform', 'coreos.inst.platform_id'),
    insecure: flag('coreos.inst.insecure'),
    skipReboot: flag('coreos.inst.skip_reboot'),
    savePartitionLabels: list('coreos.inst.save_partlabel'),
    savePartitionIndexes: list('coreos.inst.save_partindex'),
  };
  return {
    ...text('rootfsUrl', 'coreos.live.rootfs_url'),
    ...text('liveIso', 'coreos.liveiso'),
    ...text('ignitionConfigUrl', 'ignition.config.url'),
    ...text('ignitionPlatform', 'ignition.platform.id'),
    ignitionFirstboot: flag('ignition.firstboot'),
    initrds: split.flatMap(({ name, value }) => (name === 'initrd' && value !== undefined ? [value] : [])),
    ...(installs ? { install } : {}),
    all,
  };
}
