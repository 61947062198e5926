import type { OrganizationContext } from '@innoerp/sdk/contract'

/** A module that an organization has: what it runs of it, whether it is switched on, the operator's free JSON, its own settings. */
export interface Assignment {
  module_id: string
  /** An exact version, a semver range or a channel. */
  version_range: string
  /** The version this organization runs; undefined while no active one fits. */
  version: string | undefined
  is_enabled: boolean
  config: Record<string, unknown>
  /** What the organization set; the manifest's defaults hold for the rest. */
  settings: Record<string, unknown>
  display_order: number
  quota: AssignmentQuota
  /** Since when, ISO 8601. */
  assigned_at: string
}

/** What the module may use for the organization; null is no limit. */
export interface AssignmentQuota {
  requests_per_minute: number | null
  jobs_per_hour: number | null
  storage_mb: number | null
}

/** Limits of a plan by name, such as `users` and `projects`. */
export type PlanLimits = Readonly<Record<string, number | null>>

/** The part of branding that every page needs. */
export interface Brand {
  company_name: string | null
  primary_color: string
  secondary_color: string
  accent_color: string
  font_family: string
  heading_font: string
  custom_css: string
  sidebar_style: string
  header_style: string
  dashboard_layout: string
  theme_preset: string
  logo_url: string | null
  favicon_url: string | null
}

/** An organization as the host keeps it in memory for every request. */
export interface Tenant {
  organization: OrganizationContext
  is_active: boolean
  /** Why it is not active; null while it is. */
  inactive_reason: 'deactivated' | 'trial_expired' | 'deleted' | null
  /** What its plan allows; null: no limit. */
  limits: PlanLimits
  /** How its pages look. */
  brand: Brand | null
  modules: ReadonlyMap<string, Assignment>
}

/** What a Host header names. */
export type Site = { kind: 'public' } | { kind: 'admin' } | { kind: 'tenant'; tenant: Tenant }

/** The subdomain that `host` names below `domain`: '' for the domain itself, undefined for anything else. Port ignored. */
export function subdomainOf(host: string | undefined, domain: string): string | undefined {
  if (host === undefined) return undefined
  const name = host.replace(/:\d{1,5}$/, '').toLowerCase()
  if (name === domain) return ''
  if (!name.endsWith(`.${domain}`)) return undefined
  const subdomain = name.slice(0, -domain.length - 1)
  return /^[a-z0-9-]+$/.test(subdomain) ? subdomain : undefined
}
