import { imageRole } from '../../../ipxe/kernelLine.ts';
import type { Token } from '../../../ipxe/script.ts';
import { absoluteUrl, at, type IpxeRule, type LintContext } from '../context.ts';

/** Kernel arguments whose values are fetched. */
const fetched = new Set([
  'coreos.live.rootfs_url',
  'coreos.inst.ignition_url',
  'coreos.inst.image_url',
  'ignition.config.url',
]);

/** PL3022: what a script fetches from the site's own address is there. */
export const unservedUrl: IpxeRule = (context) => {
  const { siteUrl, servedBy } = context.options;
  if (siteUrl === undefined || servedBy === undefined) return [];
  const base = siteUrl.endsWith('/') ? siteUrl : `${siteUrl}/`;
  return urls(context).flatMap(({ token, uri }) => {
    const url = absoluteUrl(context, uri);
    if (url === undefined || !url.startsWith(base) || servedBy(url) !== false) return [];
    return [at(context, 'PL3022', token, `nothing serves ${url}`)];
  });
};

function urls(context: LintContext): { token: Token; uri: string }[] {
  const loads = context.commands.flatMap(({ name, words, command, options }) => {
    const uri = words[options?.rest ?? 0];
    const isLoad = name.text === 'chain' || imageRole(command) !== undefined;
    return isLoad && uri !== undefined ? [{ token: uri, uri: uri.text }] : [];
  });
  const values = context.boots.flatMap(({ kernel }) =>
    kernel.arguments.flatMap(({ name, value, token }) =>
      fetched.has(name) && value !== undefined && /^https?:/.test(value) ? [{ token, uri: value }] : [],
    ),
  );
  return [...loads, ...values];
}
