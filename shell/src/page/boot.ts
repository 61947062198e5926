/** What the host writes into every page, in `<script type="application/json" id="boot">`. Nothing about the user is in it. */
export interface Boot {
  area: 'public' | 'tenant' | 'admin'
  /** The platform's own domain, e.g. `localhost`. */
  domain: string
  port: number
  /** Name of the cookie with the colour scheme. */
  scheme_cookie: string
  /** Language of the page. */
  locale: 'en' | 'de'
  /** The organization whose host this is. */
  organization: { name: string; subdomain: string } | null
  /** How long a module may take to load and to mount, in milliseconds. */
  deadline_ms: number
}

/** @throws Error when the page was not written by the host */
export function readBoot(): Boot {
  const text = document.getElementById('boot')?.textContent
  if (!text) throw new Error('This page carries no boot data')
  return JSON.parse(text) as Boot
}

/** Host and port as people type them: without the port that the protocol implies. */
const authority = (host: string, { port }: Boot, protocol: string): string =>
  port === (protocol === 'https:' ? 443 : 80) ? host : `${host}:${port}`

/** The address of an organization, for reading: `acme.localhost:8000`. */
export const addressOf = (subdomain: string, boot: Boot, protocol = location.protocol): string =>
  authority(`${subdomain}.${boot.domain}`, boot, protocol)

/** A page on an organization's host. */
export const organizationUrl = (subdomain: string, path: string, boot: Boot): string =>
  `${location.protocol}//${addressOf(subdomain, boot)}${path}`

/** A page of the platform itself: sign-up and the way to one's organization. */
export const platformUrl = (path: string, boot: Boot): string =>
  `${location.protocol}//${authority(boot.domain, boot, location.protocol)}${path}`
