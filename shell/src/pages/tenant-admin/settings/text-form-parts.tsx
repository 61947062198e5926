import { BusyButton, KIT, Note, errorText, useT } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import type { KeyboardEvent, ReactNode } from 'react'
import type { TextForm } from './use-text-form'

interface PartProps<K extends string> {
  form: TextForm<K>
}

/** Save, and beside it what takes the changes back; in the head of the page, once something was changed. */
export function TextFormActions<K extends string>({ form, id }: PartProps<K> & { id: string }) {
  const t = useT()
  if (!form.dirty) return null
  return (
    <>
      <Button variant="text" onClick={form.discard} disabled={form.busy}>
        {t('action.discard')}
      </Button>
      <BusyButton variant="contained" type="submit" form={id} busy={form.busy}>
        {t('settings.save')}
      </BusyButton>
    </>
  )
}

/** The inputs, with what was refused or changed by others above them. Ctrl Enter and Ctrl S save. */
export function TextFormBody<K extends string>({ form, id, children }: PartProps<K> & { id: string; children: ReactNode }) {
  const t = useT()
  const kit = useT(KIT)
  const save = () => void form.save()
  const onKeyDown = (event: KeyboardEvent) => {
    const chord = event.ctrlKey || event.metaKey
    if (chord && (event.key === 'Enter' || event.key === 's')) {
      event.preventDefault()
      save()
      // Enter alone is pressed by mistake in a form of many fields.
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault()
  }
  return (
    <form
      id={id}
      noValidate
      className="io-col io-gap-16"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      {form.theirs.length > 0 && (
        <Note tone="warning" title={kit('conflict.title')}>
          {t('settings.theirs', { fields: form.theirs.map((name) => t(`field.${name}`)).join(', ') })}
        </Note>
      )}
      {form.error !== undefined && <Note tone="danger">{errorText(kit, form.error)}</Note>}
      <section className="io-card">{children}</section>
    </form>
  )
}
