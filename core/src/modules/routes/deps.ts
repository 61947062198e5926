import type { ModulePlatform } from '../../host/modules.js'
import type { Platform } from '../../platform/platform.js'

export interface ModuleRoutesDeps {
  platform: Platform
  modules: ModulePlatform
}
export const superAdmin = { access: 'super-admin' } as const
