import type { RequestListener } from 'node:http'
import type { TenantDirectory } from './tenant-directory.js'

/** Looks for an organization that this instance has not heard of yet, before a request to it goes on. */
export const meetTenants =
  (tenants: Pick<TenantDirectory, 'site' | 'discover'>, handle: RequestListener): RequestListener =>
  (req, res) => {
    const { host } = req.headers
    if (tenants.site(host)) return handle(req, res)
    // Where the database does not answer, the request is one of nobody's.
    void tenants.discover(host).catch(() => {}).then(() => handle(req, res))
  }
