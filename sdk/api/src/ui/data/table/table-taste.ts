import { useLocalSetting } from '../list/local-setting.js'
import type { Column } from './column.js'

export const DENSITIES = ['compact', 'standard', 'comfortable'] as const
export type Density = (typeof DENSITIES)[number]

/** Height of rows, the same for every table of this user in this browser. */
export function useDensity(): [Density, (density: Density) => void] {
  const [value, setValue] = useLocalSetting('density')
  return [DENSITIES.find((density) => density === value) ?? 'standard', setValue]
}

export interface ColumnTaste<T> {
  shown: readonly Column<T>[]
  hidden: readonly string[]
  toggle(key: string): void
}

/** Which columns of the named table are shown; kept in this browser. */
export function useColumnTaste<T>(name: string, columns: readonly Column<T>[]): ColumnTaste<T> {
  const [value, setValue] = useLocalSetting(`columns.${name}`)
  const hidden = value === null ? columns.filter(({ optional }) => optional).map(({ key }) => key) : value.split(' ')
  return {
    hidden,
    shown: columns.filter(({ key }, index) => index === 0 || !hidden.includes(key)),
    toggle: (key) => setValue((hidden.includes(key) ? hidden.filter((one) => one !== key) : [...hidden, key]).join(' ')),
  }
}
