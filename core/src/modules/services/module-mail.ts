import type { ModuleMail } from '@innoerp/sdk/server'
import { throttle } from '../../platform/limits/throttle.js'
import { mailStatement } from '../../platform/mail/index.js'
import type { Platform } from '../../platform/platform.js'
import type { Capabilities } from './capabilities.js'
import { serviceErrors } from './errors.js'
import { runInChange } from './in-change.js'

const ADDRESS = /^[^\s@<>,;"]{1,64}@[^\s@<>,;"]{1,189}$/
const MAX = { subject: 300, text: 200_000 }
const AN_HOUR = { max: 1_000, windowMs: 3_600_000 }

export interface ModuleMailDeps {
  platform: Pick<Platform, 'database' | 'limits'>
  capabilities: Capabilities
}

/** Mail as a module sends it. Errors: MODULE_CAPABILITY_MISSING, SERVICE_MAIL, REQUEST_THROTTLED beyond a thousand an hour. */
export function createModuleMail({ platform, capabilities }: ModuleMailDeps, moduleId: string): ModuleMail {
  return {
    send: async (ctx, { to, subject, text, html }) => {
      await capabilities.assert(ctx, moduleId, 'mail')
      if (!ADDRESS.test(to)) throw serviceErrors.MAIL({ values: { problem: 'it has one address as recipient' } })
      if (subject.length > MAX.subject || /[\r\n]/.test(subject)) throw serviceErrors.MAIL({ values: { problem: `its subject is one line of at most ${MAX.subject} characters` } })
      if (text.length > MAX.text || (html?.length ?? 0) > MAX.text) throw serviceErrors.MAIL({ values: { problem: `it has at most ${MAX.text} characters` } })
      await throttle(platform.limits, `mail:${ctx.organization.id}:${moduleId}`, AN_HOUR)
      const statement = mailStatement({ organization_id: ctx.organization.id, module_id: moduleId, to, subject, text, html })
      await runInChange(platform.database, ctx, { moduleId, statement })
    },
  }
}
