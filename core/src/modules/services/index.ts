/**
 * What a module version is given beyond its tables and events: jobs, files, mail, requests to other machines, calls to other modules.
 * Each is a plain function of a context and its input, whether the module runs in this process or asks from its own, and each use is
 * held against what a super admin granted the module.
 */
import type { ModulePackage } from '@innoerp/sdk/contract'
import type { ModuleDeps } from '@innoerp/sdk/server'
import type { TenantDirectory } from '../../platform/http/tenant-directory.js'
import type { Platform } from '../../platform/platform.js'
import type { ModuleServices } from '../loader.js'
import { createCapabilities, type Capabilities, type Grants } from './capabilities.js'
import { createModuleFetch } from './module-fetch.js'
import { createModuleFiles } from './module-files.js'
import { createModuleJobs } from './module-jobs.js'
import { createModuleMail } from './module-mail.js'

export interface ModuleServicesDeps {
  platform: Platform
  grants: Grants
  tenants: TenantDirectory
}

export function createModuleServices({ platform, grants, tenants }: ModuleServicesDeps): ModuleServices {
  const { database, config, files } = platform
  const capabilities = createCapabilities({ platform, grants })
  const fetch = createModuleFetch({ capabilities, isDevelopment: !config.isProduction })
  return (module, call) => ({
    jobs: createModuleJobs({ database, tenants, capabilities }, module),
    files: createModuleFiles({ files, capabilities }, module.innoerp.id),
    mail: createModuleMail({ platform, capabilities }, module.innoerp.id),
    fetch: fetch(module.innoerp.id),
    call: guarded(call, { capabilities, module }),
  })
}

/** Ports of other modules need a grant each; a module's own do not. */
function guarded(call: ModuleDeps['call'], { capabilities, module }: { capabilities: Capabilities; module: ModulePackage }): ModuleDeps['call'] {
  const { id } = module.innoerp
  return async (ctx, port, input) => {
    if (!port.startsWith(`${id}.`)) await capabilities.assert(ctx, id, `port:${port}`)
    return call(ctx, port, input)
  }
}
