import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { CLIENT_CODES, type ApiError } from './api-error.js'
import { createApi } from './client.js'
import type { TokenSource } from './token-source.js'
import { upload } from './upload.js'

/** Answers what `plan` says, one a request; 'hang' waits for the abort. */
let plan: ({ status: number; body: string } | 'hang' | 'broken')[] = []
const opened: { url: string; headers: Record<string, string>; body: unknown }[] = []

class FakeRequest {
  upload: { onprogress?: (event: object) => void } = {}
  status = 0
  responseText = ''
  timeout = 0
  onload?: () => void
  onerror?: () => void
  onabort?: () => void
  onloadend?: () => void
  private readonly seen = { url: '', headers: {} as Record<string, string>, body: undefined as unknown }
  open(_method: string, url: string) {
    this.seen.url = url
  }
  setRequestHeader(name: string, value: string) {
    this.seen.headers[name] = value
  }
  getResponseHeader() {
    return null
  }
  abort() {
    this.onabort?.()
  }
  send(body: unknown) {
    this.seen.body = body
    opened.push(this.seen)
    const next = plan.shift() ?? 'hang'
    if (next === 'hang') return
    queueMicrotask(() => {
      this.upload.onprogress?.({ lengthComputable: true, loaded: 1, total: 4 })
      if (next === 'broken') return this.onerror?.()
      this.status = next.status
      this.responseText = next.body
      this.onload?.()
      return this.onloadend?.()
    })
  }
}

beforeEach(() => {
  plan = []
  opened.length = 0
  vi.stubGlobal('XMLHttpRequest', FakeRequest)
})
afterEach(() => vi.unstubAllGlobals())

const tokens: TokenSource = { token: (refused) => Promise.resolve(refused ? 'new' : 'old'), accept: () => undefined, end: () => undefined }
const api = createApi({ tokens })
const file = new Blob(['a;b'], { type: 'text/csv' })
const failure = (work: Promise<unknown>) => work.then(() => expect.unreachable('should fail'), (error: unknown) => error as ApiError)

describe('upload', () => {
  test('sends the file as it is, with token and progress', async () => {
    plan = [{ status: 201, body: '{"id":"f1"}' }]
    const shares: number[] = []
    const saved = await upload(api, '/files', { body: file, query: { dry_run: true }, onProgress: (share) => shares.push(share) })
    expect(saved).toEqual({ id: 'f1' })
    expect(shares).toEqual([0.25])
    const headers = { authorization: 'Bearer old', 'content-type': 'text/csv' }
    expect(opened[0]).toMatchObject({ url: '/files?dry_run=true', headers, body: file })
  })

  test('renews the token once', async () => {
    plan = [{ status: 401, body: '' }, { status: 200, body: '{}' }]
    await upload(api, '/files', { body: file })
    expect(opened.map((request) => request.headers.authorization)).toEqual(['Bearer old', 'Bearer new'])
  })

  test('a refusal and a broken line are ApiErrors', async () => {
    plan = [{ status: 413, body: '{"detail":{"error":"Payload too large","message":"At most 5 MB","code":"FILES_TOO_LARGE"}}' }, 'broken']
    expect(await failure(upload(api, '/files', { body: file }))).toMatchObject({ status: 413, code: 'FILES_TOO_LARGE' })
    expect(await failure(upload(api, '/files', { body: file }))).toMatchObject({ code: CLIENT_CODES.unreachable, uncertain: true })
  })

  test('can be given up, before and while it runs', async () => {
    const stop = new AbortController()
    plan = ['hang']
    const work = upload(api, '/files', { body: file, signal: stop.signal })
    await vi.waitFor(() => expect(opened).toHaveLength(1))
    stop.abort()
    expect((await failure(work)).code).toBe(CLIENT_CODES.aborted)
    expect((await failure(upload(api, '/files', { body: file, signal: stop.signal }))).code).toBe(CLIENT_CODES.aborted)
    expect(opened).toHaveLength(1)
  })
})
