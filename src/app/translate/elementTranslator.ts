import type { Cache } from '../../ports/cache.ts';
import type { Translator } from '../../ports/translator.ts';
import type { Element } from '../../render/butane/element.ts';
import { readParts, type TranslatedElement } from '../../render/butane/translatedParts.ts';
import { miniConfig, type PlannedElement } from '../../render/butane/translationPlan.ts';

/** Elements by memo key, as far as they can be translated alone. */
export type TranslatedElements = ReadonlyMap<string, TranslatedElement>;

/**
 * Translates elements, each once: what nodes share is remembered by the element itself, what an earlier run knew is in
 * the cache, and what is left of a node goes to the official translator in one call.
 */
export function elementTranslator(translator: Translator, cache: Cache) {
  const known = new WeakMap<Element, Promise<TranslatedElement | undefined>>();
  const cacheKey = ({ key }: PlannedElement) => `element:${translator.version.replaceAll(' ', '-')}:${key}`;

  function remember(planned: PlannedElement, translated: Promise<TranslatedElement | undefined>) {
    known.set(planned.element, translated);
    return translated;
  }

  function fromCache(planned: PlannedElement): boolean {
    const text = cache.get(cacheKey(planned));
    if (text === undefined) return false;
    remember(planned, Promise.resolve(JSON.parse(text) as TranslatedElement));
    return true;
  }

  /** One call for all that nobody has translated yet. */
  function fromTranslator(planned: readonly PlannedElement[]): void {
    const files = [
      ...new Map(planned.flatMap((each) => each.files.map((file) => [file.path, file]))).values(),
    ];
    const answered = translator
      .translateParts(miniConfig(planned), { strict: false, files })
      .then((parts) => readParts(planned, parts));
    for (const each of planned) {
      remember(
        each,
        answered.then((parts) => {
          const translated = parts?.get(each.key);
          if (translated !== undefined) cache.put(cacheKey(each), JSON.stringify(translated));
          return translated;
        }),
      );
    }
  }

  /** What became of the elements. One that cannot be translated alone is missing. */
  return async (elements: readonly PlannedElement[]): Promise<TranslatedElements> => {
    const missing = elements.filter((each) => !known.has(each.element) && !fromCache(each));
    if (missing.length > 0) fromTranslator(missing);
    const translated = new Map<string, TranslatedElement>();
    for (const { element, key } of elements) {
      const part = await known.get(element);
      if (part !== undefined) translated.set(key, part);
    }
    return translated;
  };
}
