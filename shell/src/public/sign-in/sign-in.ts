import type { Api } from '@innoerp/sdk/ui/auth'

export interface Credentials {
  email: string
  password: string
}

/**
 * Opens a session: the answer's cookie carries it, and the page that follows asks for a token of its own.
 * @throws ApiError 401 when e-mail and password do not belong together
 */
export const signIn = (api: Api, { email, password }: Credentials): Promise<unknown> =>
  api.post('/api/v1/auth/login', { email: email.trim(), password }, { authorized: false })
