import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compareText } from '../../src/shared/finding.ts';

const root = resolve(import.meta.dirname, '../..');
const casesFolder = join(root, 'test/cases');

/** An inventory and what Pilotlight must make of it. */
export interface Case {
  readonly name: string;
  /** Absolute folder that holds `inventory/`. */
  readonly folder: string;
  /** Absolute folder of the expected trees and report. */
  readonly expected: string;
}

/** Every folder of test/cases, by name. The example site stands in inventory/ itself: its case has only what is expected. */
export const cases: readonly Case[] = readdirSync(casesFolder)
  .sort(compareText)
  .map((name) => ({
    name,
    folder: hasInventory(join(casesFolder, name)) ? join(casesFolder, name) : root,
    expected: join(casesFolder, name, 'expected'),
  }));

/** A case by its name. */
export function caseNamed(name: string): Case {
  const found = cases.find((each) => each.name === name);
  if (found === undefined) throw new Error(`there is no test/cases/${name}`);
  return found;
}

function hasInventory(folder: string): boolean {
  return statSync(join(folder, 'inventory'), { throwIfNoEntry: false }) !== undefined;
}
