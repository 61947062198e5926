import http from 'node:http'
import type { TestClient } from '../../src/testing/index.js'

export interface LogStream {
  /** Everything that came so far. */
  text(): string
  close(): void
}

/** Listens to the log as its page does. */
export function followLog({ host, port, token }: TestClient): Promise<LogStream> {
  return new Promise((resolve, reject) => {
    const headers = { host: `${host}:${port}`, authorization: `Bearer ${token}` }
    const request = http.get({ host: '127.0.0.1', port, path: '/api/v1/monitor/logs/stream', headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => (text += part))
      // The end of the listening is the listener's own.
      response.on('error', () => {})
      resolve({ text: () => text, close: () => request.destroy() })
    })
    request.on('error', reject)
  })
}
