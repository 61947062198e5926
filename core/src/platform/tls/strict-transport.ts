import type { RequestListener } from 'node:http'

/** A year, for this host and those below it, which are the organizations' (RFC 6797). */
const STRICT_TRANSPORT = 'max-age=31536000; includeSubDomains'

/** Tells browsers to come by https alone; on plain http the header would mean nothing. */
export function strictTransport(handle: RequestListener, { isHttps }: { isHttps: boolean }): RequestListener {
  if (!isHttps) return handle
  return (req, res) => {
    res.setHeader('strict-transport-security', STRICT_TRANSPORT)
    handle(req, res)
  }
}
