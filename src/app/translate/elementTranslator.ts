import type { Cache } from '../../ports/cache.ts';
import type { Translator } from '../../ports/translator.ts';
import type { Element } from '../../render/butane/element.ts';
import { elementText } from '../../render/butane/elementText.ts';
import { fillOutline, type Outline, outlineOf } from '../../render/butane/outline.ts';
import { readParts, type TranslatedElement } from '../../render/butane/translatedParts.ts';
import { miniConfig, type PlannedElement } from '../../render/butane/translationPlan.ts';
import { sha256 } from '../../shared/digest.ts';
import { contentsEncoder } from './contentsEncoder.ts';

/** Elements by memo key, as far as they can be translated alone. */
export type TranslatedElements = ReadonlyMap<string, TranslatedElement>;

/**
 * Translates elements, each once: what nodes share is remembered by the element itself, and what an earlier run knew is
 * in the cache. Of a file that only one node has, the outline is translated once for all nodes and the text encoded by
 * itself. What is left of a node goes to the official translator in one call.
 */
export function elementTranslator(translator: Translator, cache: Cache) {
  const known = new WeakMap<Element, Promise<TranslatedElement | undefined>>();
  const outlines = new Map<string, Promise<TranslatedElement | undefined>>();
  const encode = contentsEncoder(translator);
  const cacheKey = (key: string) => `element:${translator.version.replaceAll(' ', '-')}:${key}`;

  function fromCache(key: string): Promise<TranslatedElement> | undefined {
    const text = cache.get(cacheKey(key));
    return text === undefined ? undefined : Promise.resolve(JSON.parse(text) as TranslatedElement);
  }

  /** One call for several elements of one node. */
  async function translate(planned: readonly PlannedElement[]): Promise<TranslatedElements | undefined> {
    const files = [
      ...new Map(planned.flatMap((each) => each.files.map((file) => [file.path, file]))).values(),
    ];
    return readParts(planned, await translator.translateParts(miniConfig(planned), { strict: false, files }));
  }

  async function keep(key: string, making: Promise<TranslatedElement | undefined>) {
    const made = await making;
    if (made !== undefined) cache.put(cacheKey(key), JSON.stringify(made));
    return made;
  }

  /** The translation of an outline, shared by all files that have it. */
  function translateOutline({ element }: Outline): Promise<TranslatedElement | undefined> {
    const planned = { element, key: sha256(elementText(element)), files: [] };
    const { key } = planned;
    const found =
      outlines.get(key) ??
      fromCache(key) ??
      keep(
        key,
        translate([planned]).then((parts) => parts?.get(key)),
      );
    outlines.set(key, found);
    return found;
  }

  /** A file from its outline and its text; undefined when it cannot be put together. */
  async function fromOutline(outline: Outline): Promise<TranslatedElement | undefined> {
    const [translated, encoded] = await Promise.all([translateOutline(outline), encode(outline.text)]);
    return translated === undefined || encoded === undefined ? undefined : fillOutline(translated, encoded);
  }

  function begin(planned: readonly PlannedElement[]): void {
    const whole: PlannedElement[] = [];
    for (const each of planned) {
      const outline = outlineOf(each.element);
      const making = fromCache(each.key) ?? (outline && keep(each.key, fromOutline(outline)));
      if (making === undefined) whole.push(each);
      else known.set(each.element, making);
    }
    if (whole.length === 0) return;
    const parts = translate(whole);
    for (const each of whole)
      known.set(
        each.element,
        keep(
          each.key,
          parts.then((all) => all?.get(each.key)),
        ),
      );
  }

  /** What became of the elements. One that cannot be translated alone is missing. */
  return async (elements: readonly PlannedElement[]): Promise<TranslatedElements> => {
    begin(elements.filter(({ element }) => !known.has(element)));
    const translated = new Map<string, TranslatedElement>();
    for (const { element, key } of elements) {
      const part = await known.get(element);
      if (part !== undefined) translated.set(key, part);
    }
    return translated;
  };
}
