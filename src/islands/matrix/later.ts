/**
 * What a reader may reach for once the matrix is there: its tools, the ways out of a dead end, sources
 * and the like. It is loaded when one of them is first in reach.
 */

export { tellUnfollowed } from '../unfollowed.ts';
export { waysOut } from './dead-end.ts';
export { toolsOf, type Tools } from './panels.ts';
export { completeReason } from './sources.ts';
export { walk } from './walk.ts';
