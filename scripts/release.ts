/**
 * What the release of a version needs to know: `check VERSION` fails unless package.json and CHANGELOG.md say that version and no tag
 * has it; `notes VERSION` prints what CHANGELOG.md says of it.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** The part of a changelog that is about a version, without its heading; undefined where there is none. */
export function notesOf(changelog: string, version: string): string | undefined {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.split(/[\s(]/, 1)[0]?.replace(/^\[|\]$/g, '') === version);
  const notes = section?.slice(section.indexOf('\n')).trim();
  return notes === '' ? undefined : notes;
}

/** Why a version cannot be released; empty when it can. */
export function releaseProblems(
  version: string,
  { manifest, changelog, tags }: { manifest: string; changelog: string; tags: readonly string[] },
): string[] {
  if (!/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.test(version))
    return ['the version has not the form 1.2.3'];
  const said = (JSON.parse(manifest) as { version: string }).version;
  return [
    ...(said === version ? [] : [`package.json says ${said}`]),
    ...(notesOf(changelog, version) === undefined ? ['CHANGELOG.md says nothing of it'] : []),
    ...(tags.includes(`v${version}`) ? [`v${version} was released already, and is never moved`] : []),
  ];
}

function run(command: string | undefined, version: string | undefined): number {
  if (version === undefined || (command !== 'check' && command !== 'notes')) {
    console.error('usage: release.ts check|notes VERSION');
    return 2;
  }
  const changelog = readFileSync('CHANGELOG.md', 'utf8');
  if (command === 'notes') {
    console.log(notesOf(changelog, version) ?? '');
    return 0;
  }
  // Of the repository that it came from: a checkout has no tags.
  const tags = execFileSync('git', ['ls-remote', '--tags', '--refs', 'origin'], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.replace(/^.*refs\/tags\//, ''));
  const problems = releaseProblems(version, {
    manifest: readFileSync('package.json', 'utf8'),
    changelog,
    tags,
  });
  for (const problem of problems) console.error(`✗ ${problem}`);
  return problems.length === 0 ? 0 : 1;
}

if (basename(process.argv[1] ?? '') === 'release.ts')
  process.exitCode = run(process.argv[2], process.argv[3]);
