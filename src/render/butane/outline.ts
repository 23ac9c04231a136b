import { isMapping, type Mapping } from './data.ts';
import type { Element } from './element.ts';
import type { TranslatedElement } from './translatedParts.ts';

/** Stands for the text of a file while the rest of its element is translated. It needs no escapes and does not compress. */
const mask = 'pilotlight-contents';

/** What the official translator makes of the mask. */
const maskedContents = `"contents":{"compression":"","source":"data:,${mask}"}`;

/** A file whose text can be encoded apart from the rest: the rest is the same for very many nodes. */
export interface Outline {
  /** The file with the mask for its text. */
  readonly element: Element;
  readonly text: string;
}

/** Takes a file apart; undefined for what is no file with just an inline text. */
export function outlineOf(element: Element): Outline | undefined {
  if (element.section !== 'storage.files') return undefined;
  const { contents } = element.value as { readonly contents?: Mapping };
  if (!isMapping(contents) || Object.keys(contents).join() !== 'inline') return undefined;
  const text = contents.inline;
  if (typeof text !== 'string' || !text.isWellFormed()) return undefined;
  const value = { ...element.value, contents: { inline: mask } };
  return { element: { section: element.section, key: element.key, value, origin: element.origin }, text };
}

/**
 * Puts an encoded text in the place of the mask. Undefined when the outline's translation is not of the form that this
 * knows: then the file is to be translated as it is.
 */
export function fillOutline(
  outline: TranslatedElement,
  encoded: { readonly source: string; readonly compression: string },
): TranslatedElement | undefined {
  const parts = outline.raw.split(maskedContents);
  if (parts.length !== 2 || outline.entries.length > 0) return undefined;
  const contents = `"contents":{"compression":"${encoded.compression}","source":"${encoded.source}"}`;
  return { ...outline, raw: parts.join(contents) };
}
