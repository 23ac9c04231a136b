import type { Inventory } from '../../inventory/model/inventory.ts';
import type { Node } from '../../inventory/model/node.ts';
import type { Cache } from '../../ports/cache.ts';
import type { Translation, Translator } from '../../ports/translator.ts';
import { assemble, provesShape } from '../../render/butane/assemble.ts';
import { collectLocalFiles, type LocalFile } from '../../render/butane/localFiles.ts';
import type { Locate, MergedConfig } from '../../render/butane/mergedConfig.ts';
import { explainReport, type TranslationEntry } from '../../render/butane/report.ts';
import { assembledEntries } from '../../render/butane/translatedParts.ts';
import { planTranslation, type TranslationPlan } from '../../render/butane/translationPlan.ts';
import { sha256 } from '../../shared/digest.ts';
import { hasErrors, type Outcome } from '../../shared/finding.ts';
import { elementTranslator, type TranslatedElements } from './elementTranslator.ts';

/** A configuration to translate, with what its report is explained by. */
export interface TranslationTask {
  readonly inventory: Inventory;
  readonly node: Node;
  readonly merged: MergedConfig;
  /** The text of config.bu, and the header that it begins with. */
  readonly text: string;
  readonly header: readonly string[];
  readonly locate: Locate;
}

/** Translates the configurations of a site. */
export interface SiteTranslator {
  /** The text of config.ign, or findings that say why there is none. */
  translate(task: TranslationTask): Promise<Outcome<string | undefined>>;
}

/** The stock command writes a line break behind what the library gives it. */
const lineEnd = '\n';

/**
 * Translates by parts where that is proven to be the same: each element once for all nodes that have it, and one whole
 * configuration for each shape, to compare with what was put together. Everything else is translated whole.
 */
export function siteTranslator(translator: Translator, cache: Cache): SiteTranslator {
  const translateElements = elementTranslator(translator, cache);
  const shapes = new Map<string, Promise<boolean>>();
  const version = translator.version.replaceAll(' ', '-');

  async function whole(text: string, files: readonly LocalFile[]): Promise<Translation> {
    const made = files
      .map(({ path, bytes, executable }) => `${path} ${executable} ${sha256(bytes)}\n`)
      .join('');
    const key = `whole:${version}:${sha256(made + text)}`;
    const cached = cache.get(key);
    if (cached !== undefined) return JSON.parse(cached) as Translation;
    const translation = await translator.translate(text, { strict: false, files });
    if (translation.ignition !== undefined) cache.put(key, JSON.stringify(translation));
    return translation;
  }

  async function proves(
    plan: TranslationPlan,
    elements: TranslatedElements,
    task: TranslationTask,
    files: readonly LocalFile[],
  ) {
    const key = `shape:${version}:${plan.shape}`;
    if (cache.get(key) === 'proven') return true;
    const proven = provesShape(plan, (each) => elements.get(each), await whole(task.text, files));
    if (proven) cache.put(key, 'proven');
    return proven;
  }

  /** Undefined when it must be translated whole. */
  async function byParts(
    task: TranslationTask,
    files: readonly LocalFile[],
  ): Promise<Translation | undefined> {
    const plan = planTranslation(task.merged, files);
    if (!plan.separable) return undefined;
    const elements = await translateElements(plan.elements);
    if (plan.elements.some(({ key }) => !elements.has(key))) return undefined;
    const proven = shapes.get(plan.shape) ?? proves(plan, elements, task, files);
    shapes.set(plan.shape, proven);
    if (!(await proven)) return undefined;
    const part = (key: string) => elements.get(key);
    const ignition = assemble(plan, part);
    return ignition === undefined
      ? undefined
      : { ignition, entries: assembledEntries(plan, part).map(withoutColumn) };
  }

  return {
    async translate(task) {
      const { inventory, node, merged, header, locate, text } = task;
      const files = collectLocalFiles(merged, inventory.files, node.file, locate);
      if (hasErrors(files.findings)) return { value: undefined, findings: files.findings };
      const { ignition, entries } = (await byParts(task, files.value)) ?? (await whole(text, files.value));
      const { strict } = inventory.site;
      const report = explainReport(entries, merged, {
        nodeFile: node.file,
        strict,
        headerLines: header,
        locate,
      });
      return {
        value: ignition === undefined ? undefined : ignition + lineEnd,
        findings: [...files.findings, ...report],
      };
    },
  };
}

function withoutColumn(entry: TranslationEntry): Translation['entries'][number] {
  return { ...entry, column: 0 };
}
