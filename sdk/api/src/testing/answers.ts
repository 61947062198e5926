import type { ErrorBody } from '../contract/errors.js'
import type { Asked } from './test-host.js'

/** An id that nothing has. */
export const UNKNOWN_ID = '3f2a6f0e-9d6b-4c58-8a51-6f1d2f7c9b11'

/** A page of the API. */
export interface Listed<T> {
  items: T[]
  total: number
  next: string | null
}

/** What an answer refuses with; it must have this status, else an error shows the answer. */
export async function expectRefusal(asked: Asked<unknown>, status: number): Promise<ErrorBody['detail']> {
  const answer = await asked
  if (answer.status !== status) throw new Error(`answered ${answer.status}, not ${status}: ${answer.text.slice(0, 500)}`)
  return (JSON.parse(answer.text) as ErrorBody).detail
}
