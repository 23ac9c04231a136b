import { imageNameOf } from '../../ipxe/uri.ts';
import { absoluteUrl, type LintContext } from './context.ts';
import type { ServedImage } from './options.ts';

/** Fedora CoreOS releases: `44.20260719.3.1`. */
const release = /(?<![0-9.])\d{2}\.\d{8}\.\d{1,2}\.\d{1,4}(?![0-9])/g;
const architecture = /(?<![a-z0-9])(?:x86_64|aarch64|ppc64le|s390x)(?![a-z0-9])/g;

/** What is known of an image: what serves it knows best, else its URL, the last part of which counts most. */
export function factsOf(context: LintContext, uri: string): ServedImage {
  const url = absoluteUrl(context, uri);
  const served = url === undefined ? undefined : context.options.servedBy?.(url);
  if (typeof served === 'object') return served;
  const name = imageNameOf(uri) ?? '';
  const version = uri.match(release)?.at(-1);
  const machine = uri.match(architecture)?.at(-1);
  const kind = kindOf(name);
  return {
    ...(version === undefined ? {} : { version }),
    ...(machine === undefined ? {} : { architecture: machine }),
    ...(kind === undefined ? {} : { kind }),
  };
}

/** FCOS names its files `…-live-kernel.x86_64` and the like; before release 42 with `-` in place of the last `.`. */
function kindOf(name: string): ServedImage['kind'] | undefined {
  if (/rootfs/i.test(name)) return 'rootfs';
  if (/initramfs|initrd/i.test(name)) return 'initramfs';
  if (/metal|\.raw(?:\.|$)/i.test(name)) return 'metalImage';
  return /kernel|vmlinuz/i.test(name) ? 'kernel' : undefined;
}
