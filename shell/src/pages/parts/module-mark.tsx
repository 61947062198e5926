import { Icon, ModuleTile } from '@innoerp/sdk/ui'

export interface ModuleMarkProps {
  /** A module that the platform can no longer load has neither icon nor colour. */
  module: { icon: string; color: string }
  size?: number
}

/** A module's icon on its colour. */
export function ModuleMark({ module: { icon, color }, size = 28 }: ModuleMarkProps) {
  if (color) return <ModuleTile color={color} icon={icon} size={size} />
  return (
    <span className="io-tile pages-mark" aria-hidden style={{ width: size, height: size }}>
      <Icon name={icon} size={Math.round(size * 0.6)} />
    </span>
  )
}
