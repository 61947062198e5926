/** `@innoerp/sdk/testing`: a whole host for a module's tests, with vitest. */
export { expectRefusal, UNKNOWN_ID, type Listed } from './answers.js'
export { recordTests, type RecordTests } from './record-tests.js'
export * from './test-host.js'
export { wholeHost } from './whole-host.js'
