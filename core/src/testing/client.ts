import http from 'node:http'

export interface Answer<T = unknown> {
  status: number
  headers: http.IncomingHttpHeaders
  text: string
  body: T
}
export interface RequestOptions {
  headers?: Record<string, string>
  /** Sent as it is, instead of JSON. */
  raw?: string | Buffer
}
/** A promise of an answer that can say which status it must have. */
export type Asked<T = unknown> = Promise<Answer<T>> & {
  /** The parsed body, once the status is this one; else an error that shows the answer. */
  expect(status: number): Promise<T>
}

/** Speaks to one host name of a test host: by Host header, since Node does not resolve `*.localhost`. */
export class TestClient {
  readonly host: string
  readonly port: number
  token: string | undefined
  readonly cookies = new Map<string, string>()

  constructor({ host, port, token }: { host: string; port: number; token?: string }) {
    this.host = host
    this.port = port
    this.token = token
  }

  get<T = Record<string, never>>(path: string, options?: RequestOptions): Asked<T> {
    return this.request<T>('GET', path, { ...options })
  }
  post<T = Record<string, never>>(path: string, json?: unknown, options?: RequestOptions): Asked<T> {
    return this.request<T>('POST', path, { json, ...options })
  }
  patch<T = Record<string, never>>(path: string, json?: unknown, options?: RequestOptions): Asked<T> {
    return this.request<T>('PATCH', path, { json, ...options })
  }
  delete<T = Record<string, never>>(path: string, options?: RequestOptions): Asked<T> {
    return this.request<T>('DELETE', path, { ...options })
  }

  /** Signs in at this host; later requests carry the token. */
  async signIn(email: string, password: string): Promise<this> {
    const { access_token } = await this.post<{ access_token: string }>('/api/v1/auth/login', { email, password }).expect(200)
    this.token = access_token
    return this
  }

  request<T>(method: string, path: string, { json, raw, headers = {} }: RequestOptions & { json?: unknown } = {}): Asked<T> {
    const answer = this.#send<T>(method, path, { headers, body: raw ?? (json === undefined ? undefined : JSON.stringify(json)) })
    return Object.assign(answer, {
      expect: async (status: number): Promise<T> => {
        const got = await answer
        if (got.status !== status) throw new Error(`${method} ${path} answered ${got.status}, not ${status}: ${got.text.slice(0, 500)}`)
        return got.body
      },
    })
  }

  #send<T>(method: string, path: string, { headers, body }: { headers: Record<string, string>; body: string | Buffer | undefined }): Promise<Answer<T>> {
    const authority = `${this.host}:${this.port}`
    const all: Record<string, string> = {
      host: authority,
      accept: 'application/json',
      ...(this.token && { authorization: `Bearer ${this.token}` }),
      ...(this.cookies.size > 0 && { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
      ...(method !== 'GET' && { origin: `http://${authority}` }),
      ...(body !== undefined && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
      ...headers,
    }
    return new Promise((resolve, reject) => {
      const request = http.request({ host: '127.0.0.1', port: this.port, method, path, headers: all }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          this.#keepCookies(response.headers['set-cookie'] ?? [])
          const text = Buffer.concat(chunks).toString('utf8')
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, body: parse<T>(text) })
        })
      })
      request.on('error', reject)
      request.end(body)
    })
  }

  #keepCookies(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      if (/max-age=0\b|expires=thu, 01 jan 1970/i.test(line)) this.cookies.delete(pair.slice(0, at))
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
  }
}

function parse<T>(text: string): T {
  try {
    return JSON.parse(text) as T
  } catch {
    return undefined as T
  }
}
