import { CliError } from '../cli-error.js'
import type { Terminal } from '../command.js'
import { request, type HostAnswer } from './request.js'

export const DEFAULT_HOST = 'http://admin.localhost:8000'

/** Speaks to a host's admin address as a super admin. */
export interface HostClient {
  url: URL
  get<T>(path: string): Promise<T>
  post<T>(path: string, json?: unknown): Promise<T>
  put<T>(path: string, json: unknown): Promise<T>
  delete<T>(path: string): Promise<T>
}

interface Refusal {
  detail?: { message?: string; code?: string; details?: { field?: string; message: string }[] }
}

/** The address of the host's super admins. */
export function hostUrl({ env }: Terminal): URL {
  const text = env.INNOERP_URL || DEFAULT_HOST
  if (URL.canParse(text) && /^https?:/.test(text)) return new URL(text)
  throw new CliError(`INNOERP_URL is ${JSON.stringify(text)}, which is no address such as ${DEFAULT_HOST}.`)
}

/**
 * Signs in with `INNOERP_ADMIN_EMAIL` and `INNOERP_ADMIN_PASSWORD`, or takes the access token in `INNOERP_ADMIN_TOKEN`.
 * @throws CliError with the host's own words when it refuses
 */
export async function openHost(terminal: Terminal): Promise<HostClient> {
  const url = hostUrl(terminal)
  const token = terminal.env.INNOERP_ADMIN_TOKEN || (await signIn(url, terminal))
  const call = async <T>(method: string, path: string, json?: unknown): Promise<T> => {
    const answer = await ask(new URL(path, url), { method, json, headers: { authorization: `Bearer ${token}` } })
    if (answer.status >= 400) throw refusalOf(answer, `${method} ${path}`)
    return answer.body as T
  }
  return {
    url,
    get: (path) => call('GET', path),
    post: (path, json) => call('POST', path, json),
    put: (path, json) => call('PUT', path, json),
    delete: (path) => call('DELETE', path),
  }
}

async function signIn(url: URL, { env }: Terminal): Promise<string> {
  const { INNOERP_ADMIN_EMAIL: email, INNOERP_ADMIN_PASSWORD: password } = env
  if (!email || !password) {
    throw new CliError(`Who are you? ${url.host} asks for a super admin.`, { details: ['Set INNOERP_ADMIN_EMAIL and INNOERP_ADMIN_PASSWORD, or INNOERP_ADMIN_TOKEN.'] })
  }
  const answer = await ask(new URL('/api/v1/auth/login', url), { method: 'POST', json: { email, password } })
  if (answer.status !== 200) throw refusalOf(answer, 'signing in')
  return (answer.body as { access_token: string }).access_token
}

async function ask(url: URL, question: Parameters<typeof request>[1]): Promise<HostAnswer> {
  try {
    return await request(url, question)
  } catch (error) {
    throw new CliError(`${url.host} does not answer: ${(error as Error).message || (error as { code?: string }).code}`, { details: ['Is the host running? INNOERP_URL says where it is.'] })
  }
}

function refusalOf({ status, body }: HostAnswer, what: string): CliError {
  const { message, details = [] } = (body as Refusal | undefined)?.detail ?? {}
  return new CliError(message ?? `The host answered ${status} to ${what}.`, { details: details.map(({ field, message: text }) => (field ? `${field}: ${text}` : text)) })
}
