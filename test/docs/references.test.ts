import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createProgram } from '../../src/cli/program.ts';
import { nodeViewKeys, siteViewKeys } from '../../src/render/overlay/templateContext.ts';
import { engine } from '../../src/render/overlay/templateEngine.ts';
import { catalogue } from '../../src/shared/catalogue.ts';
import { allPages, linksIn, type Page, readPage, root } from './markdown.ts';

const pages = allPages();
const byPath = new Map(pages.map((page) => [page.path, page]));
const written = pages.filter(({ path }) => !path.startsWith('docs/findings/'));
const textOf = ({ path }: Page) => readFileSync(join(root, path), 'utf8');

/** Why a link leads nowhere; undefined when it does not. */
function brokenLink(page: Page, target: string): string | undefined {
  if (/^(https?|mailto):/.test(target)) return undefined;
  const [path = '', anchor] = target.split('#', 2);
  const file = path === '' ? page.path : posix.join(dirname(page.path), decodeURI(path));
  if (!existsSync(join(root, file))) return `${page.path}: no file ${target}`;
  if (anchor === undefined) return undefined;
  return byPath.get(file)?.anchors.has(anchor) ? undefined : `${page.path}: no heading ${target}`;
}

describe('every page', () => {
  test('has links that lead somewhere', () => {
    const broken = pages.flatMap((page) => linksIn(page.prose).flatMap((to) => brokenLink(page, to) ?? []));
    expect(broken).toEqual([]);
  });

  test('names findings that exist', () => {
    const unknown = pages.flatMap((page) =>
      (textOf(page).match(/\bPL\d{4}\b/g) ?? [])
        .filter((code) => !Object.hasOwn(catalogue, code))
        .map((code) => `${page.path}: ${code}`),
    );
    expect(unknown).toEqual([]);
  });

  test('names files of the project that exist', () => {
    const missing = written.flatMap((page) =>
      [...page.prose.matchAll(/`((?:src|docs|schemas|test|scripts|bench|translator)\/[\w./-]*)`/g)]
        .map(([, path = '']) => path)
        .filter((path) => !existsSync(join(root, path)))
        .map((path) => `${page.path}: ${path}`),
    );
    expect(missing).toEqual([]);
  });

  test('points editors at schemas that exist', () => {
    const missing = written.flatMap((page) =>
      [...textOf(page).matchAll(/\$schema=(\S+?)[`\s]/g)]
        .map(([, path = '']) => posix.basename(path))
        .filter((name) => !existsSync(join(root, 'schemas', name)))
        .map((name) => `${page.path}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  test('is reached from the README', () => {
    const reached = new Set(['README.md']);
    for (const path of reached) {
      for (const link of linksIn(byPath.get(path)?.prose ?? '')) {
        const to = posix.join(dirname(path), link.replace(/#.*$/, ''));
        if (byPath.has(to)) reached.add(to);
      }
    }
    expect(pages.map(({ path }) => path).filter((path) => !reached.has(path))).toEqual([]);
  });
});

test('every finding has a page', () => {
  const missing = Object.keys(catalogue).filter((code) => !byPath.has(`docs/findings/${code}.md`));
  expect(missing).toEqual([]);
});

test('docs/cli.md shows the help of every command', () => {
  const text = textOf(readPage('docs/cli.md'));
  const stream = { write: () => true, isTTY: false };
  const program = createProgram({
    stdout: stream,
    stderr: stream,
    exact: () => {},
    environment: {},
    colour: false,
    width: 120,
    exit: () => {},
    stoppable: () => new AbortController().signal,
    world: () => {
      throw new Error('help needs no world');
    },
  });
  const missing = program.commands
    .map((command) => command.name())
    .filter((name) => !text.includes(`$ pilotlight ${name} --help\n`));
  expect(missing).toEqual([]);
});

test('docs/overlays.md lists all that templates may use', () => {
  const text = textOf(readPage('docs/overlays.md'));
  const names = [
    ...nodeViewKeys.map((key) => `node.${key}`),
    ...siteViewKeys.map((key) => `site.${key}`),
    ...Object.keys(engine.filters),
    ...Object.keys(engine.tags).filter((tag) => tag !== '#'),
  ];
  expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});

test('docs/dependencies.md has a row for every package and Go module', () => {
  const text = textOf(readPage('docs/dependencies.md'));
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>;
    devDependencies?: Record<string, string>;
  };
  const packages = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  const modules = [
    ...readFileSync(join(root, 'translator/go.mod'), 'utf8').matchAll(/^(?:require )?\t?(\S+) v\S+$/gm),
  ].map(([, name = '']) => name);
  expect([...packages, ...modules].filter((name) => !text.includes(`| \`${name}\` |`))).toEqual([]);
  const rows = [...text.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = '']) => name);
  expect(rows.filter((name) => ![...packages, ...modules].includes(name))).toEqual([]);
});

test('workflows in the pages give the action inputs that it has', () => {
  const { inputs } = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as { inputs: object };
  const steps = written
    .flatMap(({ blocks }) => blocks)
    .filter(({ language, text }) => language === 'yaml' && /^jobs:/m.test(text))
    .flatMap(({ text }) => Object.values((parse(text) as Workflow).jobs).flatMap((job) => job.steps ?? []))
    .filter(({ uses }) => uses?.includes('pilotlight'));
  expect(steps.length).toBeGreaterThan(0);
  expect(steps.flatMap((step) => Object.keys(step.with ?? {}).filter((key) => !(key in inputs)))).toEqual([]);
});

interface Workflow {
  readonly jobs: Readonly<
    Record<string, { readonly steps?: readonly { readonly uses?: string; readonly with?: object }[] }>
  >;
}
