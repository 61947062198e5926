import type { TestClient } from '../../src/testing/index.js'
import http from 'node:http'

export interface FeedStream<T> {
  /** The next whole feed, however long it takes within the test's time. */
  next(): Promise<T>
  close(): void
}

/** Listens to `GET /api/v1/ui/feed/stream` as a page does. */
export function readFeeds<T>(client: TestClient): Promise<FeedStream<T>> {
  return new Promise((resolve, reject) => {
    const headers = { host: `${client.host}:${client.port}`, authorization: `Bearer ${client.token}` }
    const request = http.get({ host: '127.0.0.1', port: client.port, path: '/api/v1/ui/feed/stream', headers }, (response) => {
      const waiting: ((feed: T) => void)[] = []
      const arrived: T[] = []
      let buffer = ''
      response.setEncoding('utf8').on('data', (text: string) => {
        buffer += text
        for (let end = buffer.indexOf('\n\n'); end !== -1; end = buffer.indexOf('\n\n')) {
          const data = /^data: (.*)$/m.exec(buffer.slice(0, end))?.[1]
          buffer = buffer.slice(end + 2)
          if (data === undefined) continue
          const feed = JSON.parse(data) as T
          const next = waiting.shift()
          if (next) next(feed)
          else arrived.push(feed)
        }
      })
      resolve({
        next: () => {
          const feed = arrived.shift()
          return feed === undefined ? new Promise<T>((done) => void waiting.push(done)) : Promise.resolve(feed)
        },
        close: () => request.destroy(),
      })
    })
    request.on('error', reject)
  })
}
