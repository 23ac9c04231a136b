/** A setting's name, taken apart: `[block/]name[:type]`, as in `net0/mac:hexhyp`. */
export interface SettingName {
  /** The settings block, such as `net0` or `net0.dhcp`; absent when all blocks are searched. */
  readonly block?: string;
  readonly name: string;
  readonly type?: string;
}

/** Takes a setting's name apart: the first `/` ends the block, the first `:` after it starts the type. */
export function parseSettingName(text: string): SettingName {
  const slash = text.indexOf('/');
  const rest = slash < 0 ? text : text.slice(slash + 1);
  const colon = rest.indexOf(':');
  return {
    ...(slash < 0 ? {} : { block: text.slice(0, slash) }),
    name: colon < 0 ? rest : rest.slice(0, colon),
    ...(colon < 0 ? {} : { type: rest.slice(colon + 1) }),
  };
}
