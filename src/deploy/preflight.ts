import type { Survey, SurveyedMount } from '../ports/storage.ts';
import { rootName } from '../shared/storageLayout.ts';
import { isOfTheRouterItself } from './fileSystems.ts';
import { howToInstall } from './packages.ts';
import type { Problem } from './problem.ts';

export type { Problem } from './problem.ts';
export { surveyNotes } from './surveyNotes.ts';
export { type PlanSettings, planProblems } from './uploadProblems.ts';

/** What a storage has to be. */
export interface StorageExpectations {
  /** Whether the storage has to be a mount point of its own; `any` for folders of this machine and of servers. */
  readonly mount: 'required' | 'any';
  /** `/mnt/usb` */
  readonly storage: string;
}

/** Why nothing may be written to a storage: it is not mounted, is read-only, or its system lacks what is needed. */
export function surveyProblems(survey: Survey, expectations: StorageExpectations): Problem[] {
  return [...mountProblems(survey.mount, expectations), ...commandProblems(survey)];
}

function mountProblems(
  mount: SurveyedMount | undefined,
  { mount: required, storage }: StorageExpectations,
): Problem[] {
  if (required === 'any') return mount?.readOnly === true ? [readOnly(mount)] : [];
  if (mount === undefined) return [notMounted(storage, `nothing is mounted at ${storage}`)];
  if (mount.point !== storage) {
    const where = `it is a folder of the file system at ${mount.point} (${mount.fileSystem})`;
    return [notMounted(storage, `${storage} is not a mount point: ${where}`)];
  }
  if (isOfTheRouterItself(mount.fileSystem)) {
    const what = `the router's own flash or memory (${mount.fileSystem})`;
    return [notMounted(storage, `what is mounted at ${storage} is ${what}, and nothing is written there`)];
  }
  return mount.readOnly ? [readOnly(mount)] : [];
}

function notMounted(storage: string, message: string): Problem {
  return {
    message,
    next: `plug the storage in and mount it at ${storage} (on OpenWrt: package block-mount, and \`block info\` to see it), or set router.storage to where it is mounted; ${rootName}/ is made there`,
  };
}

function readOnly({ point, device }: SurveyedMount): Problem {
  return {
    message: `the storage at ${point} is mounted read-only`,
    next: `look at the system's log for errors of ${device}, check its file system while it is not mounted, and mount it again to be written to`,
  };
}

function commandProblems({ missingCommands, system }: Survey): Problem[] {
  if (missingCommands.length === 0) return [];
  const commands = [...missingCommands].sort();
  return [
    {
      message: `the target lacks ${commands.length === 1 ? 'a command' : 'commands'} that a deploy needs: ${commands.join(', ')}`,
      next: howToInstall(commands, system),
    },
  ];
}
