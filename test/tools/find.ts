import { createHash } from 'node:crypto';
import { accessSync, constants, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import {
  type CrateProgram,
  cratePrograms,
  type DebianFile,
  type DebianFolder,
  type DebianProgram,
  debianFiles,
  debianFolders,
  debianPrograms,
  type GoProgram,
  goPrograms,
  type ModuleProgram,
  modulePrograms,
  type PythonProgram,
  pythonPrograms,
  type ToolName,
} from './programs.ts';

/** Where a built program lies: outside of the checkout, one folder for each version. */
export function pathOfGoProgram({ name, version }: GoProgram): string {
  return join(toolsFolder(), version, name);
}

/** Where a program of our own lies: another folder for each state of its sources. */
export function pathOfModuleProgram({ name, folder, linkerFlags }: ModuleProgram): string {
  const module = join(import.meta.dirname, '../..', folder);
  const hash = createHash('sha256').update(linkerFlags);
  for (const file of readdirSync(module).sort())
    hash.update(`\n${file}\n`).update(readFileSync(join(module, file)));
  return join(toolsFolder(), hash.digest('hex').slice(0, 16), name);
}

/** Where a program lies that was built from the sources in a crate. */
export function pathOfCrateProgram({ name, version }: CrateProgram): string {
  return join(toolsFolder(), version, name);
}

/** The folder that a Python program lies in, with all that it needs. */
export function pathOfPythonProgram({ name, version }: PythonProgram): string {
  return join(toolsFolder(), version, name);
}

/** Where a file that was taken out of a package lies, or a folder of some. */
export function pathOfDebianFile({ name }: DebianFile | DebianFolder): string {
  return join(toolsFolder(), 'debian', name);
}

function toolsFolder(): string {
  return join(cacheFolder(), 'tools');
}

/** What tests keep from run to run, outside of the checkout. */
export function cacheFolder(): string {
  const cache = process.env.PILOTLIGHT_TEST_CACHE ?? process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return join(cache, 'pilotlight-test');
}

/** The path of a program or file of the distribution, if it is there. */
export function findDebianProgram({ name, files }: DebianProgram): string | undefined {
  if (files !== undefined) return files.find((file) => isThere(file, constants.R_OK));
  return findOnPath(name);
}

/** The path of a tool, if it is there. */
export function findTool(name: ToolName): string | undefined {
  const built = goPrograms.find((program) => program.name === name);
  if (built !== undefined) {
    const path = pathOfGoProgram(built);
    return isThere(path, constants.X_OK) ? path : undefined;
  }
  const own = modulePrograms.find((program) => program.name === name);
  if (own !== undefined) {
    const path = pathOfModuleProgram(own);
    return isThere(path, constants.X_OK) ? path : undefined;
  }
  const crate = cratePrograms.find((program) => program.name === name);
  if (crate !== undefined) {
    const path = pathOfCrateProgram(crate);
    return isThere(path, constants.X_OK) ? path : undefined;
  }
  const python = pythonPrograms.find((program) => program.name === name);
  if (python !== undefined) {
    const path = pathOfPythonProgram(python);
    return isThere(path, constants.R_OK) ? path : undefined;
  }
  const file = [...debianFiles, ...debianFolders].find((each) => each.name === name);
  if (file !== undefined) {
    const path = pathOfDebianFile(file);
    return isThere(path, constants.R_OK) ? path : undefined;
  }
  const packaged = debianPrograms.find((program) => program.name === name);
  return packaged === undefined ? findOnPath(name) : findDebianProgram(packaged);
}

function findOnPath(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => isThere(file, constants.X_OK));
}

function isThere(file: string, mode: number): boolean {
  try {
    accessSync(file, mode);
    return true;
  } catch {
    return false;
  }
}
