import { Button } from '@mui/material'
import { RotateCw, Unplug } from 'lucide-react'
import type { ReactNode } from 'react'
import { KIT } from '../i18n/i18n.js'
import { useT } from '../i18n/use-t.js'
import { StateView } from '../parts/state-view.js'

export interface ErrorCardProps {
  /** Whole module in the module's place, or one widget inside a card. */
  scope: 'module' | 'widget'
  /** The module's name. */
  name: string
  error: unknown
  onRetry?(): void
  /** Version, place and time, in one line of code. */
  code?: string
  /** A further way out, e.g. "Switch back to 2.4.1" for a super admin. */
  action?: ReactNode
}

const PRIMARY = { variant: 'contained', size: 'medium' } as const
const QUIET = { variant: 'outlined', size: 'small' } as const
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** What stands in the place of a module or a widget that stopped working; the rest of the page goes on. */
export function ErrorCard({ scope, name, error, onRetry, code, action }: ErrorCardProps) {
  const t = useT(KIT)
  const details = [code, messageOf(error)].filter(Boolean).join(' · ')
  const whole = scope === 'module'
  const view = (
    <StateView
      page={whole}
      icon={<Unplug size={20} />}
      title={t('crash.title', { name })}
      text={t(whole ? 'crash.module' : 'crash.widget')}
      code={whole ? details : undefined}
      actions={
        <>
          {onRetry && (
            <Button {...(whole ? PRIMARY : QUIET)} startIcon={<RotateCw size={14} />} onClick={onRetry}>
              {whole ? t('crash.again', { name }) : t('crash.load')}
            </Button>
          )}
          {action}
          {whole && (
            <Button variant="text" onClick={() => void navigator.clipboard.writeText(details)}>
              {t('crash.copy')}
            </Button>
          )}
        </>
      }
    />
  )
  if (!whole) return <div role="alert">{view}</div>
  return (
    <div className="io-crash" role="alert">
      <div className="io-card">{view}</div>
    </div>
  )
}
