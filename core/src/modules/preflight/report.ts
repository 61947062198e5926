import type { Static } from '@innoerp/sdk/contract'
import type { PreflightAnswer } from '../routes/schemas.js'

/** What would break, for which organizations, and why. */
export type Report = Static<typeof PreflightAnswer>
export type Problem = Report['problems'][number]
