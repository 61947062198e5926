import { iconOf } from './icons.js'

export interface IconProps {
  /** A name of the icon set, as in a manifest. */
  name: string | null | undefined
  /** Pixels: 16 in controls, 17 in navigation. */
  size?: number
}

/** An icon by its manifest name; decorative, so its neighbour must say what it means. */
export function Icon({ name, size = 16 }: IconProps) {
  const Glyph = iconOf(name)
  return <Glyph size={size} strokeWidth={1.75} aria-hidden />
}
