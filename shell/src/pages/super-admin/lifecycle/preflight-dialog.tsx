import { BusyButton, Dialog, ErrorState, KIT, Note, SkeletonLines, errorText, useHost, useT, type ApiError } from '@innoerp/sdk/ui'
import { Button, OutlinedInput } from '@mui/material'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState, type FormEvent, type ReactNode } from 'react'
import { moduleClient, type Preflight, type PreflightRequest, type Started } from '../../../clients/modules'
import { ImpactFacts } from './impact-facts'
import { ProblemList } from './problem-list'
import { useStarted } from './use-started'

/** What is asked before a version comes or a module goes. */
export interface PreflightQuestion {
  moduleId: string
  request: PreflightRequest
  title: string
  text?: ReactNode
  /** Button: the title's verb. */
  verb: string
  tone?: 'danger' | 'primary'
  /** It goes through whatever the preflight found; where organizations are touched, the module's id is typed first. */
  whatever?: boolean
  start(): Promise<Started>
}

export interface PreflightDialogProps {
  question: PreflightQuestion | undefined
  open: boolean
  onClose(): void
}

/** Shows what would break, for whom and why, and only then does it. */
export function PreflightDialog({ question, open, onClose }: PreflightDialogProps) {
  const titleId = useId()
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={titleId} slotProps={{ paper: { className: 'io-dialog pages-preflight' } }}>
      {question && <Content question={question} titleId={titleId} onClose={onClose} />}
    </Dialog>
  )
}

/** Asked anew for every question: what held a minute ago may no longer. */
function usePreflight({ moduleId, request }: PreflightQuestion) {
  const { api } = useHost()
  return useQuery<Preflight, ApiError>({
    queryKey: ['preflight', moduleId, request],
    queryFn: () => moduleClient(api, moduleId).preflight(request),
    staleTime: 0,
    gcTime: 0,
  })
}

function useStart({ start }: PreflightQuestion, onClose: () => void) {
  const { show } = useStarted()
  return useMutation<Started, ApiError>({
    mutationFn: start,
    onSuccess: (started) => {
      show(started)
      onClose()
    },
  })
}

function Content({ question, titleId, onClose }: { question: PreflightQuestion; titleId: string; onClose(): void }) {
  const t = useT()
  const kit = useT(KIT)
  const preflight = usePreflight(question)
  const order = useStart(question, onClose)
  const [typed, setTyped] = useState('')
  const { moduleId, title, text, verb, tone = 'primary', whatever = false } = question
  const mustType = whatever && (preflight.data?.impact.tenants.length ?? 0) > 0
  const ready = preflight.data !== undefined && (preflight.data.ok || whatever) && (!mustType || typed.trim() === moduleId)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready && !order.isPending) order.mutate()
  }
  return (
    <form onSubmit={submit}>
      <div className="io-dialog-body">
        <h2 className="io-dialog-title" id={titleId}>
          {title}
        </h2>
        {text && <p className="io-t2 io-dense">{text}</p>}
        <Findings preflight={preflight.data} error={preflight.error} onRetry={() => void preflight.refetch()} />
        {mustType && <TypeId id={moduleId} value={typed} onChange={setTyped} />}
        {order.error && <Note tone="danger">{errorText(kit, order.error)}</Note>}
      </div>
      <div className="io-dialog-foot">
        <Button variant="text" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <BusyButton type="submit" variant="contained" color={tone === 'danger' ? 'error' : 'primary'} disabled={!ready} busy={order.isPending}>
          {verb}
        </BusyButton>
      </div>
    </form>
  )
}

interface FindingsProps {
  preflight: Preflight | undefined
  error: ApiError | null
  onRetry(): void
}

function Findings({ preflight, error, onRetry }: FindingsProps) {
  const t = useT()
  if (error && !preflight) return <ErrorState title={t('preflight.notLoaded')} error={error} onRetry={onRetry} />
  if (!preflight) return <SkeletonLines rows={3} />
  return (
    <>
      <ProblemList preflight={preflight} />
      <div className="io-dialog-facts">
        <ImpactFacts impact={preflight.impact} />
      </div>
    </>
  )
}

function TypeId({ id, value, onChange }: { id: string; value: string; onChange(value: string): void }) {
  const t = useT()
  const field = useId()
  return (
    <div className="io-field">
      <label className="io-label" htmlFor={field}>
        {t('preflight.type', { id })}
      </label>
      <OutlinedInput id={field} value={value} onChange={(event) => onChange(event.target.value)} autoComplete="off" fullWidth />
    </div>
  )
}
