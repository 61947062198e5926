import type { ModuleContext } from '../modules/module-context.js'
import type { ModuleFiles } from '../modules/module-files.js'
import type { Unit } from '../modules/unit.js'
import type { TenantDb } from '@innoerp/sdk/server'
import { answerWith } from './answer-with.js'
import { askPort } from './ports.js'
import type { Upstream } from './upstream.js'

/**
 * A module version that runs in another process: its requests and calls of its ports go there. Its events and jobs are none of this
 * process's business.
 */
export function unitElsewhere(files: ModuleFiles, { upstream, db }: { upstream: Upstream; db: TenantDb }): Unit {
  const { innoerp: manifest, version } = files.package
  return {
    moduleId: manifest.id,
    version,
    label: `${manifest.id}@${version}`,
    files,
    db,
    consumers: {},
    jobs: {},
    ports: Object.fromEntries((manifest.ports ?? []).map((port) => [port, (ctx, input) => askPort(upstream, { port, ctx: ctx as ModuleContext, input })])),
    handle: answerWith(upstream),
    during: (work) => work(),
    document: () => ({}),
    retire: async () => {},
  }
}
