import type { Branding } from '../../../../clients/branding'
import presetColors from './preset-colors.json'

type Colors = Pick<Branding, 'primary_color' | 'secondary_color' | 'accent_color'>

/** Colours of the presets that set some: an organization's own, none of the product's. */
export const PRESET_COLORS: Readonly<Partial<Record<Branding['theme_preset'], Colors>>> = presetColors

/** Fonts that the product carries or that systems have. */
export const FONTS = ['Inter', 'Arial', 'Georgia', 'Tahoma', 'Times New Roman', 'Trebuchet MS', 'Verdana'] as const

export const COLOR = /^#[0-9a-f]{6}$/i
