import { testCuts } from './cutTests.ts';

testCuts({
  node: 'server2',
  variant: 'join',
  world: (lab) => lab.siblings.are({ '192.168.26.13': { kind: 'answers', ca: lab.ca } }),
  unit: 'k3s.service',
  start: 'server joined https://server3.lab.example:6443 cluster-init=false',
  once: false,
  losing: { turns: 1 },
  config: 'server: "https://server3.lab.example:6443"\n',
});
