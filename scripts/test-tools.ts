/**
 * Installs what the tests drive, once for each version: the stock tools from their Go modules, and, where this is root or may
 * become it under CI, Debian's packages. `npm test` runs it first. A tool that cannot be had is reported by name and its tests
 * are skipped; under CI it is a failure.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import {
  findDebianProgram,
  findTool,
  pathOfCrateProgram,
  pathOfDebianFile,
  pathOfGoProgram,
  pathOfModuleProgram,
  pathOfPythonProgram,
} from '../test/tools/find.ts';
import {
  type CrateProgram,
  cratePrograms,
  type DebianFile,
  type DebianFolder,
  debianFiles,
  debianFolders,
  debianPrograms,
  type GoProgram,
  goPrograms,
  hostPrograms,
  type ModuleProgram,
  modulePrograms,
  type PythonProgram,
  pythonPrograms,
  toolchain,
} from '../test/tools/programs.ts';

const underCI = process.env.CI === 'true';

/** Runs a program and answers what went wrong, if anything did: the last lines that it wrote. */
function run(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  cwd?: string,
): string | undefined {
  const { status, error, stdout, stderr } = spawnSync(command, args, { env, cwd, encoding: 'utf8' });
  if (error !== undefined) return error.message;
  if (status === 0) return undefined;
  return `${stdout}${stderr}`.trim().split('\n').slice(-5).join('\n') || `${command} ended with ${status}`;
}

/** Does a step and says in one line how it went and how long it took. */
function step(name: string, action: () => string | undefined): boolean {
  const start = performance.now();
  const problem = action();
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  if (problem === undefined) console.log(`✓ ${name} (${seconds} s)`);
  else console.error(`✗ ${name} (${seconds} s): ${problem}`);
  return problem === undefined;
}

/** How a command is run as root here; nothing when it cannot be. Under CI passwordless sudo is used, elsewhere never. */
function asRoot(): readonly string[] | undefined {
  if (process.getuid?.() === 0) return ['env'];
  if (underCI && run('sudo', ['-n', 'true']) === undefined) return ['sudo', '-n', 'env'];
  return undefined;
}

/** Asks for the newest list of packages, where this may be root. */
function updateLists(): string | undefined {
  const [command, ...prefix] = asRoot() ?? [];
  return command === undefined ? 'this is not root' : run(command, [...prefix, 'apt-get', '-qq', 'update']);
}

function installPackages(): void {
  const missing = debianPrograms.filter((program) => findDebianProgram(program) === undefined);
  const root = asRoot();
  if (missing.length === 0 || root === undefined || run('apt-get', ['--version']) !== undefined) return;
  const [command = 'env', ...prefix] = root;
  const apt = (...args: string[]): string | undefined =>
    run(command, [...prefix, 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args]);
  const install = (...packages: string[]): string | undefined =>
    apt('install', '-y', '--no-install-recommends', ...packages);
  const names = missing.map((program) => program.package);
  const all = step(`packages ${names.join(' ')}`, () => {
    if (install(...names) === undefined) return undefined;
    return apt('update') ?? install(...names);
  });
  // One package that cannot be had must not take the others with it.
  if (!all) for (const name of names) step(`package ${name}`, () => install(name));
}

/** Puts a file into the cache, where it appears whole or not at all. */
function keep(file: string, target: string, mode: number): void {
  mkdirSync(dirname(target), { recursive: true });
  const partial = `${target}.${process.pid}`;
  copyFileSync(file, partial);
  chmodSync(partial, mode);
  renameSync(partial, target);
}

/** Builds a program into the cache: it appears there whole or not at all. */
function buildProgram(program: GoProgram): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-tools-'));
  try {
    const flags = program.linkerFlags === undefined ? [] : [`-ldflags=${program.linkerFlags}`];
    const env = { ...process.env, GOBIN: folder, GOFLAGS: '', GOWORK: 'off', GOTOOLCHAIN: toolchain };
    const problem = run('go', ['install', ...flags, `${program.package}@${program.version}`], env);
    if (problem !== undefined) return problem;
    keep(join(folder, basename(program.package)), pathOfGoProgram(program), 0o755);
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Builds a program of our own. From nothing, Kubernetes takes some seven minutes; what was compiled stays in Go's own cache. */
function buildModule(program: ModuleProgram): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-tools-'));
  try {
    const built = join(folder, program.name);
    const flags = ['-trimpath', '-buildvcs=false', `-ldflags=${program.linkerFlags}`];
    const setting = { GOFLAGS: '', GOWORK: 'off', GOTOOLCHAIN: toolchain, CGO_ENABLED: '0' };
    const module = join(import.meta.dirname, '..', program.folder);
    const problem = run('go', ['build', ...flags, '-o', built, '.'], { ...process.env, ...setting }, module);
    if (problem === undefined) keep(built, pathOfModuleProgram(program), 0o755);
    return problem;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Builds a C program from the sources in a crate: cargo fetches them, and the compiler does the rest. */
function buildFromCrate(program: CrateProgram): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-crate-'));
  try {
    const manifest = join(folder, 'Cargo.toml');
    const dependency = `[dependencies]\n${program.crate} = "=${program.version}"\n`;
    writeFileSync(
      manifest,
      `[package]\nname = "sources"\nversion = "0.0.0"\n[lib]\npath = "lib.rs"\n${dependency}`,
    );
    writeFileSync(join(folder, 'lib.rs'), '');
    writeFileSync(join(folder, program.header), '');
    const sources = crateFolder(manifest, program);
    if (sources === undefined) return `cargo cannot fetch ${program.crate} ${program.version}`;
    const built = join(folder, program.name);
    const files = program.sources.map((name) => join(sources, name));
    const problem = run('cc', [...program.flags, `-I${folder}`, `-I${sources}`, '-o', built, ...files]);
    if (problem !== undefined) return problem;
    keep(built, pathOfCrateProgram(program), 0o755);
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Where cargo has put the sources of a program. */
function crateFolder(manifest: string, { crate, folder }: CrateProgram): string | undefined {
  const args = ['metadata', '--format-version', '1', '--manifest-path', manifest];
  const { status, stdout } = spawnSync('cargo', args, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) return undefined;
  const { packages } = JSON.parse(stdout) as { packages: { name: string; manifest_path: string }[] };
  const found = packages.find(({ name }) => name === crate);
  return found === undefined ? undefined : join(dirname(found.manifest_path), folder);
}

/** Has pip put a Python program and all that it needs into a folder of the cache: it appears there whole or not at all. */
function installFromPython(program: PythonProgram): string | undefined {
  const target = pathOfPythonProgram(program);
  const partial = `${target}.${process.pid}`;
  const options = ['--quiet', '--disable-pip-version-check', '--no-deps', '--target', partial];
  const problem = run('python3', ['-m', 'pip', 'install', ...options, ...program.packages]);
  if (problem === undefined) renameSync(partial, target);
  else rmSync(partial, { recursive: true, force: true });
  return problem;
}

/** Takes a file out of a package, which needs no root: into the cache, whole or not at all. */
function takeFile(wanted: DebianFile): string | undefined {
  return fromPackage(wanted, (folder) => {
    const file = findUnpacked(folder, wanted);
    if (file === undefined) return `the package has no ${wanted.folder}/${wanted.prefix}…`;
    keep(file, pathOfDebianFile(wanted), 0o755);
    return undefined;
  });
}

/** The same of several files, which appear together. */
function takeFolder(wanted: DebianFolder): string | undefined {
  return fromPackage(wanted, (folder) => {
    const target = pathOfDebianFile(wanted);
    const partial = join(folder, 'taken');
    const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    for (const prefix of wanted.prefixes) {
      const file = all.find(
        (path) => basename(path).startsWith(prefix) && lstatSync(join(folder, path)).isFile(),
      );
      if (file === undefined) return `the package has no ${prefix}…`;
      keep(join(folder, file), join(partial, basename(file)), 0o644);
    }
    const whole = `${target}.${process.pid}`;
    cpSync(partial, whole, { recursive: true });
    renameSync(whole, target);
    return undefined;
  });
}

/** Downloads a package and unpacks it for as long as it is looked into. */
function fromPackage(
  wanted: Pick<DebianFile, 'package' | 'stands'>,
  take: (unpacked: string) => string | undefined,
): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-package-'));
  try {
    const download = (): string | undefined =>
      run('apt-get', ['-qq', 'download', current(wanted)], process.env, folder);
    const problem = download() === undefined ? undefined : (updateLists() ?? download());
    if (problem !== undefined) return problem;
    const [archive = ''] = readdirSync(folder);
    const unpacked = run('dpkg-deb', ['--extract', join(folder, archive), folder]);
    return unpacked ?? take(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A wanted file among what was in a package, wherever the distribution has put its folders. */
function findUnpacked(unpacked: string, { folder, prefix }: DebianFile): string | undefined {
  const wanted = (path: string): boolean =>
    (path.startsWith(`${folder}/`) || path.startsWith(`usr/${folder}/`)) && basename(path).startsWith(prefix);
  const isFile = (path: string): boolean => lstatSync(join(unpacked, path)).isFile();
  const found = readdirSync(unpacked, { recursive: true, encoding: 'utf8' }).find(
    (path) => wanted(path) && isFile(path),
  );
  return found === undefined ? undefined : join(unpacked, found);
}

/** The package that has the file: where one stands for that of the current version, the latter. */
function current({ package: name, stands }: Pick<DebianFile, 'package' | 'stands'>): string {
  if (stands === undefined) return name;
  const { stdout } = spawnSync('apt-cache', ['depends', name], { encoding: 'utf8' });
  return /^\s+Depends: (\S+)$/m.exec(stdout ?? '')?.[1] ?? name;
}

installPackages();
for (const file of debianFiles) {
  if (findTool(file.name) === undefined) step(file.name, () => takeFile(file));
}
for (const folder of debianFolders) {
  if (findTool(folder.name) === undefined) step(folder.name, () => takeFolder(folder));
}
for (const program of goPrograms) {
  if (findTool(program.name) === undefined)
    step(`${program.name} ${program.version}`, () => buildProgram(program));
}
for (const program of modulePrograms) {
  if (findTool(program.name) === undefined) step(program.name, () => buildModule(program));
}
for (const program of cratePrograms) {
  if (findTool(program.name) === undefined)
    step(`${program.name} ${program.version}`, () => buildFromCrate(program));
}
for (const program of pythonPrograms) {
  if (findTool(program.name) === undefined)
    step(`${program.name} ${program.version}`, () => installFromPython(program));
}
const wanted = [
  ...hostPrograms,
  ...debianPrograms,
  ...debianFiles,
  ...debianFolders,
  ...goPrograms,
  ...modulePrograms,
  ...cratePrograms,
  ...pythonPrograms,
];
const missing = wanted.filter(({ name }) => findTool(name) === undefined);
for (const { name } of missing) console.log(`missing: ${name}; tests that need it are skipped`);
if (underCI && missing.length > 0) process.exitCode = 1;
