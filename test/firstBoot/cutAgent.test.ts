import { testCuts } from './cutTests.ts';

testCuts({
  node: 'agent1',
  variant: 'agent',
  world: (lab) => lab.siblings.are({ '192.168.26.11': { kind: 'answers', ca: lab.ca } }),
  unit: 'k3s-agent.service',
  start: 'agent joined https://server1.lab.example:6443 cluster-init=false',
  once: false,
  losing: 'worst',
  config: 'server: "https://server1.lab.example:6443"\n',
});
