import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { allPages, type Block, type Page } from './markdown.ts';
import { mismatch, stepsOf } from './transcript.ts';
import { Workshop } from './workshop.ts';

/** Pages that are written by hand. The others are generated from what other tests look at. */
const pages = allPages().filter(({ path }) => !path.startsWith('docs/findings'));

const cache = mkdtempSync(join(tmpdir(), 'pilotlight-docs-cache-'));
afterAll(() => rmSync(cache, { recursive: true }));

/** Runs the examples of a page from its top to its end in one folder; answers what was not as the page says. */
async function carryOut({ path, blocks }: Page): Promise<string[]> {
  const shop = await Workshop.open(cache);
  const wrong: string[] = [];
  try {
    for (const block of blocks) {
      if (block.language === 'console') {
        for (const each of await carryOutBlock(shop, block)) wrong.push(`${path}:${block.line} ${each}`);
      } else if (isFile(block)) shop.write(block);
    }
  } finally {
    shop.close();
  }
  return wrong;
}

async function carryOutBlock(shop: Workshop, block: Block): Promise<string[]> {
  const wrong: string[] = [];
  const steps = stepsOf(block);
  for (const [index, { command, expected }] of steps.entries()) {
    const { output, status } = await shop.run(command);
    const wanted = index === steps.length - 1 ? Number(/^exit=(\d)$/.exec(block.info)?.[1] ?? 0) : 0;
    const difference = mismatch(expected, output);
    if (difference !== undefined) wrong.push(`$ ${command}\n${difference}\nin\n${output}`);
    else if (status !== wanted) wrong.push(`$ ${command}\nended with ${status}, not ${wanted}\n${output}`);
  }
  return wrong;
}

/** Whether a block is the content of a file that the page tells to write. */
function isFile({ language, info }: Block): boolean {
  return language !== 'console' && /^[\w./-]+$/.test(info);
}

describe.each(pages.map((page) => [page.path, page] as const))('%s', (_path, page) => {
  const examples = page.blocks.filter(({ language }) => language === 'console');

  if (examples.length > 0) {
    test('prints what its examples say', async () => {
      const wrong = await carryOut(page);
      expect(wrong.join('\n\n')).toBe('');
    });
  }

  test('has blocks of known kinds only', () => {
    const kinds = {
      console: /^(exit=\d)?$/,
      yaml: /^[\w./-]*$/,
      sh: /^[\w./-]*$/,
      text: /^$/,
      mermaid: /^$/,
    };
    const unknown = page.blocks.filter(
      ({ language, info }) => kinds[language as keyof typeof kinds]?.test(info) !== true,
    );
    expect(unknown).toEqual([]);
  });

  test('has YAML that parses', () => {
    const errors = page.blocks
      .filter(({ language }) => language === 'yaml')
      .flatMap(({ text, line }) =>
        parseAllDocuments(text).flatMap((document) =>
          'errors' in document ? document.errors.map(({ message }) => `${line}: ${message}`) : [],
        ),
      );
    expect(errors).toEqual([]);
  });
});
