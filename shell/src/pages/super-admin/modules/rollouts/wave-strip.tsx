import { DateText, Meter, useFormat, useT } from '@innoerp/sdk/ui'
import { Circle, CircleCheck, CircleDot, OctagonX } from 'lucide-react'
import { budgetShare, type Rollout, type Wave } from '../../../../clients/rollouts'

/** The waves side by side: whom each moves and what they met. */
export function WaveStrip({ rollout }: { rollout: Rollout }) {
  const t = useT()
  return (
    <section className="io-card pages-wave-strip" aria-label={t('rollout.waves')}>
      {rollout.waves.map((wave, index) => (
        <WaveTile key={index} wave={wave} number={index + 1} rollout={rollout} />
      ))}
    </section>
  )
}

function WaveTile({ wave, number, rollout }: { wave: Wave; number: number; rollout: Rollout }) {
  const t = useT()
  const format = useFormat()
  const isStopped = rollout.state === 'stopped' && number - 1 === rollout.current_wave
  const budget = budgetShare(rollout.error_budget)
  return (
    <div className="pages-wave-tile">
      <div className="io-row">
        <WaveMark wave={wave} isStopped={isStopped} />
        <span className="io-strong">{t('rollout.wave', { wave: number })}</span>
        <span className="io-grow" />
        {wave.state !== 'waiting' && <span className="io-cap io-num">{t('rollout.tenants', { count: wave.organizations.length })}</span>}
      </div>
      <Meter
        value={wave.error_rate}
        limit={budget}
        label={t('rollout.meter', { wave: number })}
        limited
        {...(isStopped && { tone: 'danger' as const })}
      />
      <span className="io-cap">
        {wave.percent === null ? t('rollout.named') : t('rollout.shareOf', { share: format.percent(wave.percent / 100) })}
        {' · '}
        {wave.started_at ? <DateText value={wave.started_at} rel /> : t('rollout.notYet')}
      </span>
      <span className="io-cap io-num">{t('rollout.figures', { requests: format.number(wave.requests), errors: format.number(wave.errors), share: format.percent(wave.error_rate, { digits: 2 }) })}</span>
    </div>
  )
}

function WaveMark({ wave: { state }, isStopped }: { wave: Wave; isStopped: boolean }) {
  const t = useT()
  const shown = isStopped ? 'stopped' : state
  const { icon: Glyph, look } = MARKS[shown]
  return (
    <>
      <Glyph size={17} className={look} aria-hidden />
      <span className="io-sr">{t(`option.waveState.${shown}`)}</span>
    </>
  )
}

const MARKS = {
  stopped: { icon: OctagonX, look: 'io-bad' },
  done: { icon: CircleCheck, look: 'io-good' },
  running: { icon: CircleDot, look: 'pages-running' },
  waiting: { icon: Circle, look: 'io-muted' },
} as const
