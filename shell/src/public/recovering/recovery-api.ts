import type { Api } from '@innoerp/sdk/ui/auth'

const AUTH = '/api/v1/auth'
const open = { authorized: false } as const

/** Calls of the pages round a lost password; each rejects with an ApiError. */
export const recoveryApi = (api: Api) => ({
  /** The answer is the same whether there is such an account or not. */
  forgot: (email: string): Promise<unknown> => api.post(`${AUTH}/password/forgot`, { email }, open),
  reset: (token: string, new_password: string): Promise<unknown> => api.post(`${AUTH}/password/reset`, { token, new_password }, open),
  verify: (token: string): Promise<unknown> => api.post(`${AUTH}/email/verify`, { token }, open),
})

/** Shorter ones were not copied whole; the server would refuse them for their form. */
const SHORTEST_TOKEN = 16
export const isWhole = (token: string): boolean => token.length >= SHORTEST_TOKEN && token.length <= 200
