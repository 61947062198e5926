import { Button } from '@mui/material'
import { Inbox, Lock, RotateCw, SearchX, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { ApiError } from '../api/api-error.js'
import { errorText } from '../api/error-text.js'
import { KIT } from '../i18n/i18n.js'
import { useT } from '../i18n/use-t.js'
import { Icon } from './icon.js'
import { StateView } from './state-view.js'

export interface EmptyStateProps {
  title: string
  /** One sentence: what belongs here, or what hides it. */
  text?: ReactNode
  actions?: ReactNode
  /** A name of the icon set. */
  icon?: string
  /** Filters leave nothing: another icon, and the action should be outlined. */
  filtered?: boolean
}

/** First run and no results. */
export function EmptyState({ title, text, actions, icon, filtered = false }: EmptyStateProps) {
  const shown = icon ? <Icon name={icon} size={20} /> : filtered ? <SearchX size={20} /> : <Inbox size={20} />
  return <StateView icon={shown} title={title} text={text} actions={actions} />
}

export interface ErrorStateProps {
  error: unknown
  /** What did not work: "The invoices did not load". */
  title?: string
  onRetry?(): void
}

const isForbidden = (error: unknown) => error instanceof ApiError && error.status === 403

/** Says what happened, what it means, and offers to try again. Shows the code that support asks for. */
export function ErrorState({ error, title, onRetry }: ErrorStateProps) {
  const t = useT(KIT)
  if (isForbidden(error)) return <NoAccess text={errorText(t, error)} />
  const code = error instanceof ApiError ? [error.code, error.requestId && t('error.request', { id: error.requestId })] : []
  return (
    <div role="alert">
      <StateView
        icon={<TriangleAlert size={20} />}
        title={title ?? t('error.title')}
        text={errorText(t, error)}
        code={code.filter(Boolean).join(' · ')}
        actions={
          onRetry && (
            <Button variant="outlined" size="small" startIcon={<RotateCw size={14} />} onClick={onRetry}>
              {t('error.retry')}
            </Button>
          )
        }
      />
    </div>
  )
}

export interface NoAccessProps {
  /** What cannot be seen: "salaries". */
  name?: string
  /** The permission that is missing, in the words of the manifest. */
  permission?: string
  text?: ReactNode
  actions?: ReactNode
}

/** In the place of what the user may not see. */
export function NoAccess({ name, permission, text, actions }: NoAccessProps) {
  const t = useT(KIT)
  return (
    <StateView
      icon={<Lock size={20} />}
      title={name ? t('noAccess.title', { name }) : t('noAccess.this')}
      text={text ?? (permission && t('noAccess.text', { permission }))}
      actions={actions}
    />
  )
}
