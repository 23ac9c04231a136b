export type { World } from '../ports/world.ts';
