import { ApiError, CLIENT_CODES } from './api-error.js'

/** Gives a label; kit and light bundle each have their own. */
export type LabelOf = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** What a failure means, in the user's language. Messages of the server are written for users and shown as they are. */
export function errorText(t: LabelOf, error: unknown): string {
  if (!(error instanceof ApiError)) return t('error.unexpected')
  const write = error.uncertain ? 'Write' : ''
  if (error.stale) return t('error.stale')
  if (error.code === CLIENT_CODES.timeout) return t(`error.timeout${write}`, { seconds: error.waited ?? 0 })
  if (error.code === CLIENT_CODES.unreachable) return t(`error.unreachable${write}`)
  if (error.code === CLIENT_CODES.offline) return t('error.offline')
  if (error.code === CLIENT_CODES.badAnswer) return t('error.badAnswer', { status: error.status })
  return error.message
}

/** Findings about single fields, by the field's path; the first one a field. */
export function fieldErrors(error: unknown): Record<string, string> {
  const found: Record<string, string> = {}
  if (!(error instanceof ApiError)) return found
  for (const { field, message } of error.details) if (field) found[field] ??= message
  return found
}
