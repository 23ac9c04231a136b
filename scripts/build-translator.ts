/**
 * Builds dist/translator.wasm.br from translator/, the same bytes on any machine, and the stamp dist/translator.json.
 * Nothing is done when the stamp says that the sources have not changed.
 *
 * `--check` builds nothing and needs no Go: it fails when dist does not belong to the sources.
 * `--verify` builds, and fails when the result is not what dist holds; nothing is written.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'translator');
const output = join(root, 'dist', 'translator.wasm.br');
const stampFile = join(root, 'dist', 'translator.json');

/** What dist/translator.json says about the build beside it. */
interface Stamp {
  readonly version: string;
  readonly toolchain: string;
  /** SHA-256 of the WebAssembly, uncompressed, and its size in bytes. */
  readonly sha256: string;
  readonly size: number;
  /** SHA-256 over what decides on the bytes: the Go module without its tests, and how it is built. */
  readonly sources: string;
}

/** A change of one of the toolchain's own files. The text to replace must be there exactly once: another toolchain may need another patch. */
interface Patch {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/**
 * WASI has no permission bits, so Go's os says 0600 of every file, and Butane would write the executables of a `trees:`
 * folder as 0644. The adapter marks executables by their device number; these lines read the mark.
 */
const executableBits: Patch = {
  file: join('os', 'stat_wasip1.go'),
  find: '\t\tfs.mode |= 0600\n',
  replace: '\t\tfs.mode |= 0600\n\t\tif fs.sys.Dev == 1 {\n\t\t\tfs.mode |= 0100\n\t\t}\n',
};

/**
 * Butane compresses each file to see whether that is shorter, and a new compressor clears 0.8 MB: nine tenths of all that a small
 * translation allocates. A closed one is kept and reset, which flate promises to be the same as a new one.
 */
const keptCompressor: readonly Patch[] = [
  {
    file: join('compress', 'flate', 'deflate.go'),
    find: '\tvar dw Writer\n\tif err := dw.d.init(w, level)',
    replace:
      '\tif dw := kept; dw != nil && keptLevel == level {\n\t\tkept = nil\n\t\tdw.Reset(w)\n\t\treturn dw, nil\n\t}\n\tvar dw Writer\n\tdw.level = level\n\tif err := dw.d.init(w, level)',
  },
  {
    file: join('compress', 'flate', 'deflate.go'),
    find: 'func (w *Writer) Close() error {\n\treturn w.d.close()\n}',
    replace:
      '// kept is a closed writer of level keptLevel, to be used again. There is one thread.\nvar (\n\tkept      *Writer\n\tkeptLevel int\n)\n\nfunc (w *Writer) Close() error {\n\terr := w.d.close()\n\tif err == nil && w.dict == nil {\n\t\tkept, keptLevel = w, w.level\n\t}\n\treturn err\n}',
  },
  {
    file: join('compress', 'flate', 'deflate.go'),
    find: 'type Writer struct {\n',
    replace: 'type Writer struct {\n\tlevel int\n',
  },
];

const patches: readonly Patch[] = [executableBits, ...keptCompressor];

const buildFlags = ['-trimpath', '-buildvcs=false', '-buildmode=c-shared', '-ldflags=-s -w -buildid='];

const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function goModule(pattern: RegExp): string {
  const found = pattern.exec(readFileSync(join(source, 'go.mod'), 'utf8'))?.[1];
  if (found === undefined) throw new Error(`translator/go.mod has no line like ${pattern}`);
  return found;
}

function digestOfSources(): string {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /(\.go|(^|\/)go\.(mod|sum))$/.test(path) && !path.endsWith('_test.go'))
    .sort();
  const lines = files.map((path) => `${sha256(readFileSync(join(source, path)))}  ${path}\n`);
  return sha256(`${lines.join('')}${JSON.stringify({ patches, buildFlags })}\n`);
}

function readStamp(): Stamp | undefined {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return undefined;
  }
}

/** SHA-256 of the WebAssembly that dist holds; nothing when there is none that can be read. */
function shipped(): string | undefined {
  try {
    return sha256(brotliDecompressSync(readFileSync(output)));
  } catch {
    return undefined;
  }
}

/** Why dist does not belong to the sources; nothing when it does. */
function staleness(): string | undefined {
  const stamp = readStamp();
  if (stamp === undefined) return 'dist/translator.json is missing';
  if (stamp.sources !== digestOfSources())
    return 'translator/ has changed since dist/translator.wasm.br was built';
  return shipped() === stamp.sha256
    ? undefined
    : 'dist/translator.wasm.br is not what dist/translator.json says';
}

function compile(folder: string): Buffer {
  const toolchain = goModule(/^toolchain (\S+)$/m);
  const env = {
    ...process.env,
    GOFLAGS: '',
    GOWORK: 'off',
    GOTOOLCHAIN: toolchain,
    GOOS: 'wasip1',
    GOARCH: 'wasm',
    GOWASM: '',
    CGO_ENABLED: '0',
  };
  const go = (...args: string[]): string =>
    execFileSync('go', args, {
      cwd: source,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    }).trim();

  const overlay = join(folder, 'overlay.json');
  writeFileSync(overlay, JSON.stringify({ Replace: patchedFiles(go('env', 'GOROOT'), toolchain, folder) }));

  const wasm = join(folder, 'translator.wasm');
  go('build', '-overlay', overlay, ...buildFlags, '-o', wasm, './reactor');
  return readFileSync(wasm);
}

/** Writes the toolchain's files with their patches to a folder, and answers where each one is. */
function patchedFiles(goroot: string, toolchain: string, folder: string): Record<string, string> {
  const replaced: Record<string, string> = {};
  for (const file of new Set(patches.map((patch) => patch.file))) {
    const original = join(goroot, 'src', file);
    let text = readFileSync(original, 'utf8');
    for (const { find, replace } of patches.filter((patch) => patch.file === file)) {
      const parts = text.split(find);
      if (parts.length !== 2) throw new Error(`${toolchain}: ${file} is not the file that the patch knows`);
      text = parts.join(replace);
    }
    const patched = join(folder, file.replaceAll(/[\\/]/g, '-'));
    writeFileSync(patched, text);
    replaced[original] = patched;
  }
  return replaced;
}

/** Gives the WebAssembly of the sources to `use`. */
function withBuild(use: (wasm: Buffer) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-translator-'));
  try {
    use(compile(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(wasm: Buffer): void {
  const stamp: Stamp = {
    version: `ignition ${goModule(/^\tgithub\.com\/coreos\/ignition\/v2 (\S+)$/m)}`,
    toolchain: goModule(/^toolchain (\S+)$/m),
    sha256: sha256(wasm),
    size: wasm.length,
    sources: digestOfSources(),
  };
  mkdirSync(join(root, 'dist'), { recursive: true });
  // The same wasm needs no new compression, which takes most of the time.
  if (shipped() !== stamp.sha256) {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: wasm.length,
    };
    writeFileSync(output, brotliCompressSync(wasm, { params }));
  }
  writeFileSync(stampFile, `${JSON.stringify(stamp, undefined, 2)}\n`);
}

function fail(reason: string): void {
  console.error(`${reason}: run npm run build`);
  process.exitCode = 1;
}

const stale = staleness();
if (process.argv.includes('--verify')) {
  withBuild((wasm) => {
    if (sha256(wasm) !== shipped()) fail('translator/ builds to something else than dist/translator.wasm.br');
  });
} else if (process.argv.includes('--check')) {
  if (stale !== undefined) fail(stale);
} else if (stale !== undefined) {
  const start = performance.now();
  withBuild(write);
  console.log(`dist/translator.wasm.br built in ${((performance.now() - start) / 1000).toFixed(0)} s`);
}
