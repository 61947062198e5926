import type { Config } from '../../config/config.js'

/** Where people reach this installation; for links in mails and redirects. Without a slash at the end. */
export interface Origins {
  /** Sign-up and public pages. */
  readonly root: string
  readonly admin: string
  tenant(subdomain: string): string
  /** Tells the port that was taken, which links carry unless INNOERP_PUBLIC_URL says another. */
  listening(port: number): void
}

/** Ports that an address leaves out. */
const STANDARD: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' }

export function createOrigins({ publicUrl, isHttps, domain, port }: Pick<Config, 'publicUrl' | 'isHttps' | 'domain' | 'port'>): Origins {
  let own = port
  const { protocol, port: publicPort } = publicUrl === undefined ? { protocol: isHttps ? 'https:' : 'http:', port: undefined } : new URL(publicUrl)
  const originOf = (host: string): string => {
    const shown = publicPort ?? String(own)
    return `${protocol}//${host}${shown === '' || shown === STANDARD[protocol] ? '' : `:${shown}`}`
  }
  return {
    get root() {
      return originOf(domain)
    },
    get admin() {
      return originOf(`admin.${domain}`)
    },
    tenant: (subdomain) => originOf(`${subdomain}.${domain}`),
    listening: (taken) => {
      own = taken
    },
  }
}
