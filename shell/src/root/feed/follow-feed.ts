import type { Feed } from '@innoerp/sdk/contract'
import type { Api } from '@innoerp/sdk/ui'
import { FEED_STREAM } from '../../clients/tenant'
import { followStream } from './stream'

const NAME = 'innoerp.feed'

type Message = { feed: Feed } | { ask: true }

export interface FollowOptions {
  api: Api
  /** Whose feed this is: what belongs to another person is not taken. */
  userId: string
  apply(feed: Feed): void
}

/**
 * Follows the feed as the host tells it. One tab listens for all of the origin's tabs: a stream holds a connection, HTTP/1.1 has
 * six per host, and without this the seventh tab would never open. Every message is the whole feed, also at connect: nothing is
 * lost while the connection was down, and no order matters.
 */
export function followFeed({ api, userId, apply }: FollowOptions): void {
  const channel = new BroadcastChannel(NAME)
  const send = (message: Message) => channel.postMessage(message)
  const take = (feed: Feed) => feed.user.id === userId && apply(feed)
  /** Known to the listening tab only. */
  let latest: Feed | undefined

  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if ('feed' in data) take(data.feed)
    else if (latest) send({ feed: latest })
  }
  // Something may have changed since this page read its feed.
  send({ ask: true })

  // Held until the tab goes; then it is another one's turn.
  void navigator.locks.request(NAME, () =>
    followStream({
      api,
      path: FEED_STREAM,
      event: 'feed',
      signal: new AbortController().signal,
      onData(data) {
        latest = JSON.parse(data) as Feed
        send({ feed: latest })
        take(latest)
      },
    }),
  )
}
