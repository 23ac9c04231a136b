// The architecture as a check that can fail: who may import whom.
// Each row of `allowed` names a module under src/ and the modules of ours that it may import besides itself.
const model = 'inventory/model';
const values = ['shared', 'generated'];
const allowed = {
  shared: [],
  generated: [],
  ipxe: ['shared'],
  inventory: [...values],
  render: [...values, model],
  lint: [...values, model, 'ipxe'],
  release: [...values, model],
  images: [...values, model, 'ports'],
  deploy: [...values, model, 'ports'],
  router: [...values, model, 'ports'],
  reimage: [...values, model, 'ports'],
  init: [...values, model],
  ports: [...values, model],
  adapters: ['ports', 'shared', 'generated'],
  report: [
    'shared',
    model,
    'release/plan',
    'deploy/plan',
    'router/plan',
    'router/uci',
    'router/check',
    'router/boots',
    'router/run/probe',
    'reimage/plan',
    'reimage/steps',
    'reimage/watch',
  ],
  app: [
    'inventory',
    'render',
    'lint',
    'release',
    'images',
    'deploy',
    'router',
    'reimage',
    'init',
    'ipxe',
    'ports',
    'report',
    ...values,
  ],
  action: ['app', 'adapters', 'report', 'shared'],
  cli: ['app', 'adapters', 'report', 'shared'],
};

const rows = Object.entries(allowed).map(([module, others]) => ({
  name: `${module}-imports-only-what-it-may`,
  severity: 'error',
  from: { path: `^src/${module}/` },
  to: { path: '^src/', pathNot: [module, ...others].map((name) => `^src/${name}(/|\\.)`) },
}));

const only = (name, target, owners) => ({
  name,
  severity: 'error',
  from: { path: '^src/', pathNot: owners.map((owner) => `^src/${owner}`) },
  to: { path: target },
});

export default {
  forbidden: [
    ...rows,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        path: '^src/',
        pathNot: '^src/(generated/|cli/bin|action/main|adapters/.*worker)|\\.d\\.ts$',
      },
      to: {},
    },
    {
      name: 'plans-and-steps-are-pure',
      severity: 'error',
      from: { path: '^src/(deploy|router|reimage|images)/(plan|steps)' },
      to: { path: '^src/(ports|adapters)/' },
    },
    only('actions-toolkit-at-the-edge', '^node_modules/@actions/', [
      'action/',
      'adapters/artifact',
      'adapters/github',
    ]),
    only('processes-in-adapters', '^(node:)?child_process$', ['adapters/']),
    only('files-at-the-edge', '^(node:)?fs(/promises)?$', ['adapters/', 'action/', 'cli/']),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
