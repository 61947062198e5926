import { BusyButton, Card, Field, KIT, Note, errorText, fieldErrors, useDirty, useHost, useT, useToast, type ApiError } from '@innoerp/sdk/ui'
import { OutlinedInput } from '@mui/material'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { authClient, sessions } from '../../../../clients/auth'

const SHORTEST = 8
const EMPTY = { current: '', next: '' }
type Passwords = typeof EMPTY

/** A new password; it ends every other session. */
export function PasswordCard() {
  const t = useT()
  const kit = useT(KIT)
  const [texts, setTexts] = useState(EMPTY)
  const [left, setLeft] = useState(false)
  const change = useChange(() => {
    setTexts(EMPTY)
    setLeft(false)
  })
  useDirty(texts.current !== '' || texts.next !== '')
  const short = [...texts.next].length < SHORTEST
  const wrong = change.error?.code === 'AUTH_WRONG_PASSWORD' ? change.error.message : undefined
  const found = fieldErrors(change.error)
  const weak = found.password ?? found.new_password
  function submit(event: FormEvent) {
    event.preventDefault()
    setLeft(true)
    if (!short && texts.current && !change.isPending) change.mutate(texts)
  }
  const set = (changed: Partial<Passwords>) => setTexts({ ...texts, ...changed })
  return (
    <Card title={t('security.password')}>
      <form className="io-col io-gap-16 pages-narrow" onSubmit={submit} noValidate>
        {change.error && wrong === undefined && weak === undefined && <Note tone="danger">{errorText(kit, change.error)}</Note>}
        <PasswordInput
          label={t('security.current')}
          autoComplete="current-password"
          value={texts.current}
          error={wrong ?? (left && !texts.current ? kit('check.required') : undefined)}
          onChange={(current) => set({ current })}
        />
        <PasswordInput
          label={t('security.next')}
          hint={t('security.passwordHint')}
          autoComplete="new-password"
          value={texts.next}
          error={left && short ? t('security.tooShort') : weak}
          onChange={(next) => set({ next })}
        />
        <div>
          <BusyButton type="submit" variant="contained" busy={change.isPending}>
            {t('security.changePassword')}
          </BusyButton>
        </div>
      </form>
    </Card>
  )
}

/** The change itself; `onDone` before anybody is told. */
function useChange(onDone: () => void) {
  const t = useT()
  const toast = useToast()
  const queries = useQueryClient()
  const { api } = useHost()
  return useMutation<unknown, ApiError, Passwords>({
    mutationFn: ({ current, next }) => authClient(api).changePassword(current, next),
    onSuccess: () => {
      onDone()
      toast(t('security.passwordChanged'))
      void queries.invalidateQueries({ queryKey: [sessions.path] })
    },
  })
}

interface PasswordInputProps {
  label: string
  hint?: string
  autoComplete: 'new-password' | 'current-password'
  value: string
  error: string | undefined
  onChange(value: string): void
}

function PasswordInput({ label, hint, autoComplete, value, error, onChange }: PasswordInputProps) {
  return (
    <Field label={label} error={error} {...(hint !== undefined && { hint })}>
      {(ids) => (
        <OutlinedInput
          fullWidth
          type="password"
          value={value}
          error={error !== undefined}
          onChange={({ target }) => onChange(target.value)}
          inputProps={{ ...ids, maxLength: 1000, autoComplete }}
        />
      )}
    </Field>
  )
}
