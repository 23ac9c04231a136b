import { ignoreText, preCommitText, renovateText, vscodeText } from './editor.ts';
import { readmePage } from './readmePage.ts';
import { secretsPage } from './secretsPage.ts';
import type { Setup } from './setup.ts';
import { workflowNames, workflowText } from './workflows.ts';

/** The folder of the callers, in every repository on GitHub. */
export const workflowFolder = '.github/workflows';

/** The files around an inventory, by path from the root of the repository. */
export function repositoryFiles(
  setup: Setup,
  { workflows }: { readonly workflows: boolean },
): Map<string, string> {
  const called = workflows ? workflowNames : [];
  return new Map([
    ...called.map((name) => [`${workflowFolder}/${name}.yml`, workflowText(name, setup)] as const),
    ['README.md', readmePage(setup)],
    ['SECRETS.md', secretsPage(setup)],
    ['.gitignore', ignoreText],
    ['.pre-commit-config.yaml', preCommitText(setup)],
    ['.vscode/settings.json', vscodeText(setup)],
    ['renovate.json', renovateText(setup)],
  ]);
}
