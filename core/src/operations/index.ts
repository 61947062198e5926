/** `@innoerp/core/operations`: what an operator does beside a running host; the command line calls it. */
export { SettingsError } from '../config/settings-error.js'
export { migrate } from './migrate.js'
