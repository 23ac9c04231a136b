import { testCuts } from './cutTests.ts';

testCuts({
  node: 'server1',
  variant: 'bootstrap',
  world: (lab) => lab.siblings.are({}),
  unit: 'k3s.service',
  start: 'server founded - cluster-init=true',
  once: true,
  losing: { turns: 0 },
  config: undefined,
});
