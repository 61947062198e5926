/** `@innoerp/sdk/testing`: a whole host for a module's tests. */
export * from './test-host.js'
