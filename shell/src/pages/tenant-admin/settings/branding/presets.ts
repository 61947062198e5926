import type { Branding } from '../../../../clients/branding'

type Colors = Pick<Branding, 'primary_color' | 'secondary_color' | 'accent_color'>

/** Colours of the presets that set some. */
export const PRESET_COLORS: Readonly<Partial<Record<Branding['theme_preset'], Colors>>> = {
  base: { primary_color: '#1976d2', secondary_color: '#dc004e', accent_color: '#00a86b' },
  hospital: { primary_color: '#00838f', secondary_color: '#c62828', accent_color: '#2e7d32' },
  school: { primary_color: '#3f51b5', secondary_color: '#ef6c00', accent_color: '#558b2f' },
  'it-company': { primary_color: '#4527a0', secondary_color: '#00838f', accent_color: '#ad1457' },
}

/** Fonts that the product carries or that systems have. */
export const FONTS = ['Inter', 'Arial', 'Georgia', 'Tahoma', 'Times New Roman', 'Trebuchet MS', 'Verdana'] as const

export const COLOR = /^#[0-9a-f]{6}$/i
