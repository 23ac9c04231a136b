import { stringify } from 'yaml';
import { repository, schemaUrl } from '../project.ts';
import { below, type Setup } from './setup.ts';

/** `.gitignore`: what never belongs into the repository. */
export const ignoreText = `# Values of secrets, and private keys.
secrets.env
secrets.yaml
secrets.json
*.agekey
id_*
!id_*.pub
*.pem

# What Pilotlight writes.
.pilotlight-init/
/out/
`;

/** `.pre-commit-config.yaml`: the inventory is checked before each commit. */
export function preCommitText({ inventory, version }: Setup): string {
  const hook = {
    id: 'pilotlight-check',
    args: ['--inventory', inventory],
    files: inventory === '.' ? '\\.(yaml|bu)$' : `^${inventory.replaceAll('.', '\\.')}/`,
  };
  const repo = { repo: `https://github.com/${repository}`, rev: version, hooks: [hook] };
  return `# https://pre-commit.com checks the inventory before each commit: pre-commit install\n${stringify({ repos: [repo] }, { lineWidth: 0 })}`;
}

/** `.vscode/settings.json`: which schema is for which file. */
export function vscodeText({ inventory, version }: Setup): string {
  const at = (path: string): string[] => [below(inventory, path), below(inventory, `*/${path}`)];
  return json({
    'yaml.schemas': {
      [schemaUrl('site', version)]: at('site.yaml'),
      [schemaUrl('node', version)]: at('nodes/*.yaml'),
      [schemaUrl('images-lock', version)]: at('images.lock.yaml'),
    },
  });
}

/** `renovate.json`: Pilotlight's preset, which knows the image lock, and the version that the workflows use. */
export function renovateText({ version }: Setup): string {
  return json({
    $schema: 'https://docs.renovatebot.com/renovate-schema.json',
    extends: ['config:recommended', `github>${repository}${version === 'main' ? '' : `#${version}`}`],
  });
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
