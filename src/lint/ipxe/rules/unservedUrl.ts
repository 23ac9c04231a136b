import { isOn } from '../../../ipxe/coreosArguments.ts';
import { imageRole, type KernelArgument } from '../../../ipxe/kernelLine.ts';
import type { Token } from '../../../ipxe/script.ts';
import { absoluteUrl, at, type IpxeRule, type LintContext } from '../context.ts';
import { signatureUrl } from '../signatureUrl.ts';

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
  return [...loads, ...context.boots.flatMap(({ kernel }) => fetchedBy(kernel.arguments))];
}

function fetchedBy(given: readonly KernelArgument[]): { token: Token; uri: string }[] {
  const mayBeUnsigned = given.some((each) => each.name === 'coreos.inst.insecure' && isOn(each));
  return given.flatMap(({ name, value, token }) => {
    if (!fetched.has(name) || value === undefined || !/^https?:/.test(value)) return [];
    const isSigned = name === 'coreos.inst.image_url' && !mayBeUnsigned;
    return [{ token, uri: value }, ...(isSigned ? [{ token, uri: signatureUrl(value) }] : [])];
  });
}
