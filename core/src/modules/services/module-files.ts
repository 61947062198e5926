import type { Context } from '@innoerp/sdk/contract'
import type { ModuleFiles } from '@innoerp/sdk/server'
import type { FileOwner, Files } from '../../platform/files/index.js'
import type { Capabilities } from './capabilities.js'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Files as a module keeps them. Errors: MODULE_CAPABILITY_MISSING, and those of `Files`. */
export function createModuleFiles({ files, capabilities }: { files: Files; capabilities: Capabilities }, moduleId: string): ModuleFiles {
  const ownerOf = async (ctx: Context): Promise<FileOwner> => {
    await capabilities.assert(ctx, moduleId, 'files')
    return { organizationId: ctx.organization.id, moduleId, userId: ctx.user.id }
  }
  return {
    store: async (ctx, file) => files.store(await ownerOf(ctx), file),
    read: async (ctx, id) => {
      const owner = await ownerOf(ctx)
      return UUID.test(id) ? files.read(owner, id) : undefined
    },
    remove: async (ctx, id) => {
      const owner = await ownerOf(ctx)
      return UUID.test(id) && (await files.remove(owner, id))
    },
  }
}
