import { ApiError, CLIENT_CODES, type Api } from '@innoerp/sdk/ui'

/** The browser has the file once it has begun to save it. */
const KEPT_MS = 60_000

interface Refusal {
  detail?: { code?: string; message?: string }
}

async function refusalOf(response: Response): Promise<ApiError> {
  const { detail } = (await response.json().catch(() => ({}))) as Refusal
  return new ApiError({ status: response.status, code: detail?.code ?? CLIENT_CODES.badAnswer, message: detail?.message ?? response.statusText })
}

/** Fetches a file that takes an access token, which a link cannot send, and saves it on the person's machine. Rejects with an ApiError. */
export async function saveFile(api: Api, path: string, name: string): Promise<void> {
  const token = (await api.tokens?.token()) ?? ''
  const response = await fetch(api.url(path), { headers: { authorization: `Bearer ${token}` } }).catch(() => undefined)
  if (!response) throw new ApiError({ status: 0, code: CLIENT_CODES.unreachable, message: 'The server cannot be reached.' })
  if (!response.ok) throw await refusalOf(response)
  const url = URL.createObjectURL(await response.blob())
  Object.assign(document.createElement('a'), { href: url, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}
