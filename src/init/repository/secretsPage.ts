import { below, type Setup } from './setup.ts';

/** `SECRETS.md`: which secrets go where, with the lines that put them there. No value is in it, and none was asked for. */
export function secretsPage({ inventory, secrets }: Setup): string {
  return `# Secrets

The repository holds none of them: the inventory names secrets, and GitHub keeps their values. Each line below reads a value from a file
or makes one, so that none of them is on a command line or in the history of a shell.

## The environments

Workflows take values from two environments. Make them once; let \`reimage\` ask for approval (Settings → Environments → reimage → Required
reviewers), and let both be used from the branch \`main\` alone.

\`\`\`sh
gh api --method PUT "repos/{owner}/{repo}/environments/router"
gh api --method PUT "repos/{owner}/{repo}/environments/reimage"
\`\`\`

## The key of the router

A key for the workflows alone; its public half goes to \`/etc/dropbear/authorized_keys\` of the router, and into \`ssh.authorizedKeys\` of
\`${below(inventory, 'site.yaml')}\`, so that a reimage can ask the nodes.

\`\`\`sh
ssh-keygen -t ed25519 -N "" -C pilotlight -f ./id_pilotlight
gh secret set ROUTER_SSH_KEY --env router < ./id_pilotlight
gh secret set ROUTER_SSH_KEY --env reimage < ./id_pilotlight
\`\`\`

Only with a passphrase: \`gh secret set ROUTER_SSH_PASSPHRASE --env router\`, and the same for \`reimage\`. Then remove \`./id_pilotlight\`.

${ofInventory(secrets)}
## The runner

\`deploy\`, \`reimage\` and \`drift\` run on a runner of yours that reaches the router: Settings → Actions → Runners → New self-hosted runner, with
the label \`self-hosted\`. Another label is named in the workflows, as \`runner: '["self-hosted","rack"]'\` below \`with:\`. Never let a public
repository have such a runner without approval for outside contributors.

\`\`\`sh
gh api "repos/{owner}/{repo}/actions/runners" --jq '.runners[] | [.name, .status, (.labels | map(.name) | join(","))] | @tsv'
\`\`\`
`;
}

function ofInventory(names: readonly string[]): string {
  if (names.length === 0) return '';
  const others = names.filter((name) => name !== token);
  const list = names.map((name) => (name === token ? `- \`${token}\`: ${tokenMeaning}` : `- \`${name}\``));
  return `## What the inventory names

${list.join('\n')}

They are lines \`NAME="value"\` of one file, which Git ignores:

\`\`\`sh
umask 077
${names.includes(token) ? tokenLine : ''}${others.map((name) => `\${EDITOR:-vi} secrets.env   # ${name}="…"\n`).join('')}gh secret set PILOTLIGHT_SECRETS --env reimage < secrets.env
\`\`\`

Keep the file where you keep passwords. On your own machine, \`pilotlight arm\` and \`pilotlight reimage\` read it with
\`--secrets secrets.env\`.

`;
}

const token = 'K3S_TOKEN';
const tokenMeaning = 'lets nodes join the cluster. Keep it: nodes that join later need the same one.';
const tokenLine = `printf '${token}="%s"\\n' "$(openssl rand -hex 32)" >> secrets.env\n`;
