import { Num, type Tone } from '@innoerp/sdk/ui'
import { LOG_LEVELS } from '../../../clients/logs'
import { BarList } from '../../parts/bar-list'

const TONES: Readonly<Record<string, Tone>> = { WARNING: 'warning', ERROR: 'danger', CRITICAL: 'danger' }

/** Records of the log by level, the gravest last. */
export function LevelBars({ levels }: { levels: Readonly<Record<string, number>> }) {
  const bars = LOG_LEVELS.map((level) => {
    const value = levels[level] ?? 0
    const tone = TONES[level]
    return { id: level, label: level, name: level, value, text: <Num value={value} />, ...(tone && { tone }) }
  })
  return <BarList bars={bars} />
}
