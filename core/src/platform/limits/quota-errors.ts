import { errorTable } from '@innoerp/sdk/contract'

/** Errors of what a module may use for an organization. Listed in docs/errors.md. */
export const quotaErrors = errorTable('QUOTA', {
  REQUESTS: ['too_many_requests', 'Your organization may ask this module {max} times a minute. Wait {seconds} s and try again.'],
  JOBS: ['too_many_requests', 'Your organization may start {max} jobs of this module an hour. Try again later.'],
  STORAGE: ['payment_required', 'This module may keep {max} MB of files for your organization, and {size} MB more would exceed that. Delete some, or ask the platform’s operator.'],
})
