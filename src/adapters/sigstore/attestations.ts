/** All that verifies attestations: large, and loaded when a step asks for it. A module of ours can be loaded so; a package of CommonJS cannot. */
export { trustedRoots } from './trustedRoots.ts';
export { verifyAttestation } from './verifyAttestation.ts';
