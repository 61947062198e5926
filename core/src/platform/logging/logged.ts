import type { Logger } from 'pino'

/** Fields that an entry and exit record carries besides its action. */
export interface LoggedFields {
  method?: string
  username?: string
  organization_id?: string
  user_id?: string
  request_id?: string
}

/**
 * Wraps `fn` so that its entry and exit are logged in the document's format: action, duration_ms, error. Where the logger is not at
 * debug (`DEBUG` unset) the function itself comes back, so the hot path pays nothing.
 * @param action the record's `action`, e.g. `login`
 */
export function logged<A extends unknown[], R>(
  { log, action, fields = () => ({}) }: { log: Logger; action: string; fields?: (...args: A) => LoggedFields },
  fn: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  if (!log.isLevelEnabled('debug')) return fn
  return async (...args) => {
    const given = { action, ...fields(...args) }
    const startedAt = performance.now()
    const duration = () => ({ duration_ms: Math.round((performance.now() - startedAt) * 100) / 100 })
    log.debug(given, `${action} started`)
    try {
      const result = await fn(...args)
      log.debug({ ...given, ...duration() }, `${action} completed`)
      return result
    } catch (error) {
      log.error({ ...given, ...duration(), error: error instanceof Error ? error.message : String(error) }, `${action} failed`)
      throw error
    }
  }
}
