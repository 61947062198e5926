import type { Config } from '../config/config.js'
import { runModuleJob } from '../modules/services/run-module-job.js'
import type { Relay } from '../platform/events/relay.js'
import type { TenantDirectory } from '../platform/http/tenant-directory.js'
import { keepHouse } from '../platform/housekeeping.js'
import type { Platform } from '../platform/platform.js'
import type { HealthMonitor } from '../services/monitoring/health.js'
import { startTerms } from '../services/tenant/index.js'
import { installFirstModules, type FirstModulesDeps } from './first-modules.js'
import { keepLeading } from './keep-leading.js'
import type { ModulePlatform } from './modules.js'
import { does, isHere } from './placement.js'

export interface BackgroundDeps {
  config: Config
  platform: Platform
  tenants: TenantDirectory
  modules: ModulePlatform
  relay: Relay
  health: HealthMonitor
  /** What is to be installed at start. */
  first(): Pick<FirstModulesDeps, 'key' | 'plugins' | 'release' | 'registry' | 'onProgress'>
}
/** The work that no request brings, as far as it is this process's (`placement.ts`). */
export interface Background {
  begin(): Promise<void>
  /** Begins nothing more. */
  pause(): Promise<void>
  /** After the last request. */
  end(): Promise<void>
}

export function createBackground({ config, platform, tenants, modules, relay, health, first }: BackgroundDeps): Background {
  const { rows, catalogue, lifecycle, operations, leader, watch, host } = modules
  const complain = (what: string) => (error: unknown) => platform.logs.logger('platform', what).error({ err: error }, `${what} failed; it is tried again`)
  const stops: (() => void)[] = []
  let resign: () => Promise<void> = async () => {}
  const onLead = async (): Promise<void> => {
    if (does(config, 'operations')) await installFirstModules({ catalogue, rows, lifecycle, folder: host.folder, ...first() })
    await operations.resume()
  }
  return {
    begin: async () => {
      if (does(config, 'housekeeping')) stops.push(keepHouse(platform.database.core, complain('housekeeping')))
      if (does(config, 'samples')) stops.push(health.sample())
      if (does(config, 'terms')) stops.push(startTerms(platform))
      if (does(config, 'operations') || isHere(config, 'tenant')) {
        resign = await keepLeading(leader, { onLead, onError: complain('modules'), isPatient: config.services !== undefined })
      }
      if (does(config, 'relay')) await relay.start()
      if (does(config, 'jobs')) platform.jobs.start(runModuleJob({ platform, tenants, modules: host }))
    },
    pause: async () => {
      operations.close()
      watch.close()
      await platform.jobs.stop()
    },
    end: async () => {
      for (const stop of stops) stop()
      await resign()
      await relay.stop()
    },
  }
}
