import type { Plugin } from 'esbuild'

/** What a module's server takes from the host, so that both speak of the same classes and schemas. */
const FROM_HOST = /^(@innoerp\/sdk\/(server|contract)|fastify|@sinclair\/typebox|objection)($|\/)/
const CONTRACT_OF_MODULE = /^@innoerp\/module-[a-z0-9-]+\/shared$/

/** Leaves the host's libraries as imports, bundles everything else, and refuses what a module's server must not know. */
export const hostImports: Plugin = {
  name: 'innoerp:host-imports',
  setup(build) {
    build.onResolve({ filter: FROM_HOST }, ({ path }) => ({ path, external: true }))
    build.onResolve({ filter: /^@innoerp\// }, ({ path }) => {
      if (FROM_HOST.test(path) || CONTRACT_OF_MODULE.test(path)) return undefined
      return { errors: [{ text: `A module's server may import @innoerp/sdk/server, @innoerp/sdk/contract and contracts of other modules, not ${path}` }] }
    })
  },
}
