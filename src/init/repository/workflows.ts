import { stringify } from 'yaml';
import { repository } from '../project.ts';
import type { Setup } from './setup.ts';

/** The callers of Pilotlight's reusable workflows, by the names of their files. */
export const workflowNames = ['validate', 'deploy', 'reimage', 'images', 'drift'] as const;

export type WorkflowName = (typeof workflowNames)[number];

/** What a workflow has beside the reusable one that it calls. */
interface Caller {
  readonly comment: string;
  readonly on: object;
  readonly permissions: Readonly<Record<string, 'read' | 'write'>>;
  readonly secrets: readonly string[];
  /** Inputs that a person gives when the workflow is started by hand, by name. */
  readonly handed?: readonly string[];
}

const validated = {
  contents: 'read',
  actions: 'read',
  'pull-requests': 'write',
  'security-events': 'write',
  'id-token': 'write',
  attestations: 'write',
} as const;

const router = ['ROUTER_SSH_KEY', 'ROUTER_SSH_PASSPHRASE'] as const;

const flag = (description: string): object => ({ description, type: 'boolean', default: false });
const word = (description: string): object => ({ description, type: 'string', default: '' });

const reimageInputs = {
  nodes: word('Names of nodes, separated by commas or spaces; or say changed, or all.'),
  changed: flag('All nodes that differ from the release that the router serves.'),
  all: flag('All nodes.'),
  'dry-run': flag('Stop when the plan is made.'),
  bootstrap: flag('Found a NEW cluster on its first server; refused while one answers.'),
  'replace-dead': flag('Install nodes that do not answer; their disks were not looked at.'),
  'delete-emptydir-data': flag('Let pods go that keep something in an emptyDir, which is lost.'),
  force: flag('Let pods go that no controller brings back.'),
} as const;

const callers: Readonly<Record<WorkflowName, Caller>> = {
  validate: {
    comment: 'Checks each pull request, and says what it means for each node. Needs no secret.',
    on: { pull_request: {} },
    permissions: validated,
    secrets: [],
  },
  deploy: {
    comment:
      'Brings what was merged to the router. Runs on a runner of yours that reaches it: see SECRETS.md.',
    on: { push: { branches: ['main'] } },
    permissions: validated,
    secrets: router,
  },
  reimage: {
    comment: 'Installs nodes anew, started by hand: a plan, somebody who approves it, and then that plan.',
    on: { workflow_dispatch: { inputs: reimageInputs } },
    permissions: { contents: 'read' },
    secrets: [...router, 'PILOTLIGHT_SECRETS'],
    handed: Object.keys(reimageInputs),
  },
  images: {
    comment: 'Proposes newer Fedora CoreOS and K3s as a pull request.',
    on: { schedule: [{ cron: '17 5 * * 2' }], workflow_dispatch: {} },
    permissions: { contents: 'write', 'pull-requests': 'write' },
    secrets: [],
  },
  drift: {
    comment:
      'Looks each day whether router and nodes are as the inventory says, and keeps one issue about it.',
    on: { schedule: [{ cron: '41 6 * * *' }], workflow_dispatch: {} },
    permissions: { contents: 'read', issues: 'write' },
    secrets: router,
  },
};

/** The text of a workflow: a short caller of the reusable one, of a version of its own. */
export function workflowText(name: WorkflowName, { inventory, version }: Setup): string {
  const { comment, on, permissions, secrets, handed = [] } = callers[name];
  const inputs = handed.map((input) => [input, `\${{ inputs.${input} }}`] as const);
  const job = {
    permissions,
    uses: `${repository}/.github/workflows/${name}.yml@${version}`,
    with: { inventory, ...Object.fromEntries(inputs) },
    ...(secrets.length === 0
      ? {}
      : { secrets: Object.fromEntries(secrets.map((secret) => [secret, `\${{ secrets.${secret} }}`])) }),
  };
  const text = stringify({ name, on, permissions: {}, jobs: { [name]: job } }, { lineWidth: 0 });
  return `# ${comment}\n${text}`;
}
