/** `@innoerp/registry`: the private npm registry for module packages, as a Fastify plugin. */
export type { TokenVerifier } from './access.js'
export type { RegistryDatabase, RegistryQuery, RegistryValue } from './database.js'
export { registryGrants, registryMigrations, type RegistryMigration } from './migrations.js'
export { publishedModules, type PublishedModule } from './modules.js'
export type { PublishedPackage, RegistryLimits, RegistryOptions } from './options.js'
export { registryPlugin } from './plugin.js'
export { publishedVersions, type PublishedVersion } from './published-versions.js'
