import { upload, type Api } from '@innoerp/sdk/ui'

export const SIDEBAR_STYLES = ['default', 'compact', 'minimal'] as const
export const HEADER_STYLES = ['default', 'transparent', 'solid'] as const
export const DASHBOARD_LAYOUTS = ['grid', 'list', 'card'] as const
export const THEME_PRESETS = ['base', 'hospital', 'school', 'it-company', 'custom'] as const

/** How an organization looks. Colours are `#rrggbb`. */
export interface Branding {
  company_name: string | null
  primary_color: string
  secondary_color: string
  accent_color: string
  font_family: string
  heading_font: string
  theme_preset: (typeof THEME_PRESETS)[number]
  custom_css: string
  sidebar_style: (typeof SIDEBAR_STYLES)[number]
  header_style: (typeof HEADER_STYLES)[number]
  dashboard_layout: (typeof DASHBOARD_LAYOUTS)[number]
  logo_url: string | null
  favicon_url: string | null
  /** What of `custom_css` takes effect, a declaration each. */
  applied_css: readonly string[]
}
export type BrandingChanges = Partial<Omit<Branding, 'logo_url' | 'favicon_url' | 'applied_css'>>

interface UploadOptions {
  onProgress(share: number): void
  signal: AbortSignal
}

/** How one organization looks; each call rejects with an ApiError. */
export const brandingClient = (api: Api, organizationId: string) => {
  const path = `/api/v1/organizations/${organizationId}/branding`
  return {
    read: (): Promise<Branding> => api.get(path),
    change: (changes: BrandingChanges): Promise<Branding> => api.put(path, changes),
    upload: (kind: 'logo' | 'favicon', file: File, options: UploadOptions): Promise<Branding> => {
      const body = new FormData()
      body.append('file', file)
      return upload<Branding>(api, `${path}/upload-${kind}`, { body, ...options })
    },
  }
}
