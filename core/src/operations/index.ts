/** `@innoerp/core/operations`: what an operator does beside a host; the command line calls it. */
export { backup } from './backup.js'
export { migrate } from './migrate.js'
export { restore, type Restored } from './restore.js'
export { rotateSecret } from './rotate-secret.js'
