import type { DomainError } from '@innoerp/sdk/contract'
import type { Problem } from './report.js'

/** An error of the table as a line of a report. */
export const problemOf = (severity: Problem['severity'], { code, message }: Pick<DomainError, 'code' | 'message'>): Problem => ({ severity, code, message })
