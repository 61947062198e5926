/** What of its branding the shell itself lays out; colours and fonts are in the page's style sheet. */
export interface Brand {
  company_name: string | null
  logo_url: string | null
  sidebar_style: 'default' | 'compact' | 'minimal'
  header_style: 'default' | 'transparent' | 'solid'
  dashboard_layout: 'grid' | 'list' | 'card'
  theme_preset: 'base' | 'hospital' | 'school' | 'it-company' | 'custom'
}

/** Why nobody works in an organization any more. */
export type InactiveReason = 'deactivated' | 'trial_expired' | 'deleted'

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
  organization: { name: string; subdomain: string; brand: Brand | null } | null
  /** How long a module may take to load and to mount, in milliseconds. */
  deadline_ms: number
  /** Who may create a company here. */
  signup: 'open' | 'approval' | 'closed'
  /** Whom to ask who cannot go on. */
  support_email: string
  /** The organization of this host is closed. */
  inactive_reason?: InactiveReason
  /** No organization has this host. */
  unknown_host?: true
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

/** How an organization calls itself towards its people. */
export const nameIn = ({ organization }: Pick<Boot, 'organization'>): string | undefined => organization?.brand?.company_name ?? organization?.name

/** The address of an organization, for reading: `acme.localhost:8000`. */
export const addressOf = (subdomain: string, boot: Boot, protocol = location.protocol): string =>
  authority(`${subdomain}.${boot.domain}`, boot, protocol)

/** A page on an organization's host. */
export const organizationUrl = (subdomain: string, path: string, boot: Boot): string =>
  `${location.protocol}//${addressOf(subdomain, boot)}${path}`

/** A page of the platform itself: sign-up and the way to one's organization. */
export const platformUrl = (path: string, boot: Boot): string =>
  `${location.protocol}//${authority(boot.domain, boot, location.protocol)}${path}`
