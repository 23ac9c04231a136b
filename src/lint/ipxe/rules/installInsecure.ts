import { isOn } from '../../../ipxe/coreosArguments.ts';
import { argumentRule } from '../argumentRule.ts';
import { at } from '../context.ts';
import { signatureUrl } from '../signatureUrl.ts';

/** PL3102: `coreos.inst.insecure` is not given where nothing is downloaded. */
export const needlessInsecure = argumentRule((context, { last, isOpen }) => {
  const insecure = last('coreos.inst.insecure');
  const downloads = last('coreos.inst.image_url') ?? last('coreos.inst.stream');
  if (insecure === undefined || !isOn(insecure) || downloads !== undefined || isOpen) return [];
  return [at(context, 'PL3102', insecure.token, 'coreos.inst.insecure has nothing to allow', 'remove it')];
});

/** PL3103: a downloaded image has its signature. */
export const unsignedImage = argumentRule((context, { last }) => {
  const insecure = last('coreos.inst.insecure');
  const image = last('coreos.inst.image_url');
  if (insecure === undefined || !isOn(insecure) || image === undefined) return [];
  const url = signatureUrl(image.value ?? '');
  const hint =
    context.options.servedBy?.(url) === true
      ? `remove coreos.inst.insecure: ${url} is there`
      : `mirror ${url} and remove coreos.inst.insecure`;
  return [at(context, 'PL3103', insecure.token, 'the metal image may come without its signature', hint)];
});
