import { DASHBOARD_LAYOUTS, HEADER_STYLES, SIDEBAR_STYLES } from '../../../../clients/branding'

/** Fields that hold a colour. */
export const COLORS = ['primary_color', 'secondary_color', 'accent_color'] as const
/** Fields that lay the frame out, with what they may be. */
export const LAYOUT = { sidebar_style: SIDEBAR_STYLES, header_style: HEADER_STYLES, dashboard_layout: DASHBOARD_LAYOUTS } as const
/** All fields of the form, from top to bottom. */
export const NAMES = [
  'company_name',
  'theme_preset',
  ...COLORS,
  'font_family',
  'heading_font',
  'sidebar_style',
  'header_style',
  'dashboard_layout',
  'custom_css',
] as const
export type BrandingName = (typeof NAMES)[number]
