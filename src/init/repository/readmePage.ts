import { repository } from '../project.ts';
import { below, type Setup } from './setup.ts';

/** `README.md` of a person's own repository: what is in it, and what to do when. */
export function readmePage({ inventory, version }: Setup): string {
  const docs = `https://github.com/${repository}/blob/${version}/docs`;
  return `# The rack

The machines of this rack, as [Pilotlight](https://github.com/${repository}) keeps them: Fedora CoreOS and K3s, installed over the network.
What is on \`main\` is what they run.

| what | where |
| --- | --- |
| the site: network, router, cluster | \`${below(inventory, 'site.yaml')}\` |
| a machine | \`${below(inventory, 'nodes/<name>.yaml')}\` |
| Butane of your own | \`${below(inventory, 'overlays/*.bu')}\` |
| which images are installed, by hash | \`${below(inventory, 'images.lock.yaml')}\` |
| which secrets to give, and where | [SECRETS.md](SECRETS.md) |

## To change something

1. Edit the files on a branch. \`pilotlight${option(inventory)} check\` finds every mistake; so does the pull request, which also says what the change means
   for each node.
2. Merge it. The workflow *deploy* brings the release to the router. No machine changes by that.
3. Where nodes need it, run the workflow *reimage*, with their names or with *changed*: it plans, waits for an approval, and installs one
   after the other while the cluster stays up.

*images* proposes newer Fedora CoreOS and K3s as pull requests, *drift* keeps an issue about what differs.

## Before the first deploy

\`pilotlight${option(inventory)} doctor\` tells what is still missing, in order, with the command that mends it.

## More

[Inventory](${docs}/inventory.md) · [Router](${docs}/router.md) · [Deploy](${docs}/deploy.md) · [Reimage](${docs}/reimage.md) ·
[Every command](${docs}/cli.md)
`;
}

function option(inventory: string): string {
  return inventory === 'inventory' ? '' : ` -i ${inventory}`;
}
