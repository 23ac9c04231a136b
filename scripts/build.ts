/**
 * Builds dist/ from src/: the command line, the action, the translator's worker and the translator itself.
 * `node scripts/build.ts` writes dist/; `--out DIR` writes elsewhere, which is how the tests compare.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build, type Metafile, type Plugin } from 'esbuild';
import { licencesOf } from './licences.ts';

const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } });
const root = resolve(import.meta.dirname, '..');
const out = resolve(root, values.out);

/** What a bundle needs so that CommonJS dependencies inside it have what Node gives them: `require`, and where they are. */
const banner = `import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url); const { filename: __filename, dirname: __dirname } = import.meta;`;

const entryPoints = {
  cli: 'src/cli/bin.ts',
  main: 'src/cli/main.ts',
  'action/main': 'src/action/main.ts',
  'action/post': 'src/action/post.ts',
  'translator-worker': 'src/adapters/translator/worker.ts',
};

/** ssh2 and cpu-features use programs that were compiled at their installation, where there are any. A bundle has none of them. */
const withoutCompiledPrograms: Plugin = {
  name: 'without-compiled-programs',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^cpu-features$|\.node$/ }, ({ path }) => ({ path, namespace: 'compiled' }));
    onLoad({ filter: /.*/, namespace: 'compiled' }, ({ path }) => ({
      contents: `throw new Error(${JSON.stringify(`${path} is not part of this program`)});`,
    }));
  },
};

/** Removes what an earlier build left, except the translator, which has its own build and stamp. */
function clean(): void {
  mkdirSync(out, { recursive: true });
  for (const name of readdirSync(out)) {
    if (!name.startsWith('translator.')) rmSync(join(out, name), { recursive: true });
  }
}

async function bundle(): Promise<Metafile> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const present = Object.entries(entryPoints).filter(([, file]) => existsSync(join(root, file)));
  const result = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(present),
    outdir: out,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    minify: true,
    keepNames: false,
    legalComments: 'none',
    chunkNames: 'chunks/[name]-[hash]',
    banner: { js: banner },
    define: { 'process.env.PILOTLIGHT_VERSION': JSON.stringify(version) },
    plugins: [withoutCompiledPrograms],
    metafile: true,
    logLevel: 'warning',
  });
  return result.metafile;
}

/** dist/ travels alone, so it says that its files are ES modules. */
function describeModules(): void {
  writeFileSync(join(out, 'package.json'), `${JSON.stringify({ type: 'module', private: true })}\n`);
}

clean();
const metafile = await bundle();
describeModules();
writeFileSync(join(out, 'LICENSES.txt'), licencesOf(metafile, root));
