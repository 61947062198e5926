import { ApiError, createApi, createTokenSource, subjectOf, type Api, type TokenAnswer } from '@innoerp/sdk/ui'
import { signInPath } from '../page/next-path'

export interface Auth {
  api: Api
  /** Ends the session here, on the server and in the other tabs, and goes to the sign-in page. */
  signOut(): Promise<void>
}

const here = () => location.pathname + location.search + location.hash

const isRefusal = (error: unknown) => error instanceof ApiError && (error.status === 401 || error.status === 403)

/**
 * Asks for a token with the httpOnly cookie. The page reloads when the answer is about another person than the one before:
 * somebody else signed in, in a tab that this one never heard of.
 */
function createRenewal(api: Api): () => Promise<TokenAnswer | null> {
  let person: string | undefined
  return async () => {
    try {
      const answer = await api.post<TokenAnswer>('/api/v1/auth/refresh', undefined, { authorized: false })
      const subject = subjectOf(answer.access_token)
      if (person && subject !== person) location.reload()
      person = subject
      return answer
    } catch (error) {
      if (isRefusal(error)) return null
      throw error
    }
  }
}

/** The session of this page: the access token lives in memory only; without a session the page goes to sign-in. */
export function createAuth(): Auth {
  let leaving = false
  function leave(path: string) {
    if (leaving) return
    leaving = true
    location.assign(path)
  }
  const open = createApi()
  const tokens = createTokenSource({
    renew: createRenewal(open),
    onEnd: () => leave(signInPath(here())),
    onOtherUser: () => location.reload(),
  })
  async function signOut() {
    // Also when the server cannot be reached: the person wants to leave, and the cookie alone opens nothing on screen.
    await open.post('/api/v1/auth/logout', undefined, { authorized: false }).catch(() => undefined)
    leave('/sign-in')
    tokens.end()
  }
  return { api: createApi({ tokens }), signOut }
}
