import { OutlinedInput } from '@mui/material'
import { useId, useState, type FormEvent, type KeyboardEvent } from 'react'
import { errorText } from '../../api/error-text.js'
import { useDirty } from '../../host/use-dirty.js'
import { useSession } from '../../host/host-context.js'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { Avatar } from '../../parts/avatar.js'
import { BusyButton } from '../../parts/busy-button.js'
import { personName } from '../pick/people.js'

export interface ComposerProps {
  /** Resolves when it is sent; what was written stays when it rejects. */
  onSend(text: string): Promise<unknown>
  /** "Write a comment" by default. */
  placeholder?: string
  maxLength?: number
}

/** A box to write in; Ctrl Enter sends. */
export function Composer({ onSend, placeholder, maxLength = 20_000 }: ComposerProps) {
  const t = useT(KIT)
  const { user } = useSession()
  const [text, setText] = useState('')
  const { send, busy, problem } = useSend(onSend, () => setText(''))
  const id = useId()
  useDirty(text.trim() !== '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim()) void send(text.trim())
  }
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.currentTarget.requestSubmit()
  }
  return (
    <form className="io-composer" onSubmit={submit} onKeyDown={onKeyDown}>
      <Avatar name={personName(user)} id={user.id} size={23} />
      <div className="io-grow io-col">
        <OutlinedInput
          fullWidth
          multiline
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={placeholder ?? t('composer.write')}
          inputProps={{
            id,
            maxLength,
            'aria-label': placeholder ?? t('composer.write'),
            'aria-describedby': problem ? `${id}-hint` : undefined,
          }}
        />
        {problem && (
          <div className="io-hint" id={`${id}-hint`} data-tone="bad" role="alert">
            {problem}
          </div>
        )}
        {text.trim() !== '' && (
          <div className="io-composer-foot">
            <BusyButton type="submit" variant="contained" size="small" busy={busy}>
              {t('composer.send')}
            </BusyButton>
          </div>
        )}
      </div>
    </form>
  )
}

function useSend(onSend: ComposerProps['onSend'], onSent: () => void) {
  const t = useT(KIT)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  async function send(text: string) {
    if (busy) return
    setBusy(true)
    setProblem(undefined)
    try {
      await onSend(text)
      onSent()
    } catch (error) {
      setProblem(errorText(t, error))
    } finally {
      setBusy(false)
    }
  }
  return { send, busy, problem }
}
