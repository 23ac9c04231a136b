import type { Token } from '../../ipxe/script.ts';
import type { Boot } from './boots.ts';
import type { LintContext } from './context.ts';
import { factsOf } from './imageFacts.ts';
import type { ServedImage } from './options.ts';

/** One file that a boot uses, with what is known of it. */
export interface BootedFile extends ServedImage {
  readonly what: string;
  readonly token: Token;
}

const inArguments: Readonly<Record<string, string>> = {
  'coreos.live.rootfs_url': 'rootfs',
  'coreos.inst.image_url': 'metal image',
};

/** The files of a boot, the kernel first. */
export function bootedFiles(context: LintContext, { kernel, initrds }: Boot): BootedFile[] {
  return [
    { what: 'kernel', token: kernel.uri, ...factsOf(context, kernel.uri.text) },
    ...initrds.map(({ uri }) => ({ what: 'initramfs', token: uri, ...factsOf(context, uri.text) })),
    ...kernel.arguments.flatMap(({ name, value, token }) => {
      const what = Object.hasOwn(inArguments, name) ? inArguments[name] : undefined;
      return what === undefined || value === undefined ? [] : [{ what, token, ...factsOf(context, value) }];
    }),
  ];
}
