import type { LogFiles } from '../logging/log-files.js'
import type { Audit } from './index.js'

/** Writes every entry of the audit trail into the log too, without what it holds of people's data. */
export function withLog(audit: Audit, logs: LogFiles): Audit {
  const log = logs.logger('platform', 'audit')
  audit.onAppend(({ action, organizationId, actor, target, request }) =>
    log.info({ action, organization_id: organizationId, user_id: actor?.id, request_id: request?.requestId, target: target?.type }, 'An entry of the audit trail'),
  )
  return audit
}
