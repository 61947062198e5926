import { useMemo, type CSSProperties, type ReactNode } from 'react'
import { deriveBrand } from '../../contract/branding/derive-brand.js'
import { Icon } from './icon.js'

export interface ModuleTileProps {
  /** The module's own colour, `#rrggbb`; drawn so that the icon keeps its contrast in both schemes. */
  color: string
  /** A name of the icon set. */
  icon?: string | null
  /** Instead of the icon. */
  children?: ReactNode
  /** Pixels: 22 in card heads, 28 in lists. */
  size?: number
}

/** The style of something in a module's colour, right in both schemes. */
export function moduleColors(color: string): CSSProperties {
  const light = deriveBrand(color, 'light')
  const dark = deriveBrand(color, 'dark')
  return { color: `light-dark(${light.text}, ${dark.text})`, background: `light-dark(${light.tint}, ${dark.tint})` }
}

/** A module's icon on a tint of its colour: the only place where a module's colour is seen. */
export function ModuleTile({ color, icon, children, size = 22 }: ModuleTileProps) {
  const colors = useMemo(() => moduleColors(color), [color])
  return (
    <span className="io-tile" aria-hidden style={{ ...colors, width: size, height: size }}>
      {children ?? <Icon name={icon} size={Math.round(size * 0.6)} />}
    </span>
  )
}
