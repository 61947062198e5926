import { BusyButton, Dialog, Field, KIT, Note, errorText, fieldErrors, useCreate, useT, useToast, useUpdate, type ApiError } from '@innoerp/sdk/ui'
import { Button, OutlinedInput } from '@mui/material'
import { useId, useState, type FormEvent } from 'react'
import { roles, userRoles, type NewRole, type Role } from '../../../clients/roles'
import { PermissionsField } from './permissions-field'

export interface RoleDialogProps {
  /** Absent: a new one. */
  role?: Role | undefined
  open: boolean
  onClose(): void
}

/** Makes a role, or changes one. */
export function RoleDialog({ role, open, onClose }: RoleDialogProps) {
  const titleId = useId()
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={titleId} slotProps={{ paper: { className: 'io-dialog' } }}>
      <Content role={role} titleId={titleId} onClose={onClose} />
    </Dialog>
  )
}

/** Saves a new role or a changed one. */
function useSaveRole(role: Role | undefined, onDone: (saved: Role) => void) {
  const options = { onDone, also: [userRoles.path] }
  const create = useCreate(roles, options)
  const update = useUpdate(roles, options)
  const error: ApiError | null = create.error ?? update.error
  return {
    busy: create.isPending || update.isPending,
    error,
    save: (draft: NewRole) => (role ? update.mutate({ record: role, changes: draft }) : create.mutate(draft)),
  }
}

function Content({ role, titleId, onClose }: Omit<RoleDialogProps, 'open'> & { titleId: string }) {
  const t = useT()
  const kit = useT(KIT)
  const toast = useToast()
  const [draft, setDraft] = useState<NewRole>({ name: role?.name ?? '', description: role?.description ?? '', permissions: role?.permissions ?? [] })
  const { busy, error, save } = useSaveRole(role, ({ name }) => {
    onClose()
    toast(t('role.saved', { name }))
  })
  const errors = fieldErrors(error)
  const ready = draft.name.trim() !== ''
  function submit(event: FormEvent) {
    event.preventDefault()
    if (ready && !busy) save({ ...draft, name: draft.name.trim(), description: draft.description.trim() })
  }
  const text = (name: 'name' | 'description', maxLength: number) => (
    <Field label={t(`field.${name}`)} error={errors[name]}>
      {(ids) => (
        <OutlinedInput
          fullWidth
          autoFocus={name === 'name'}
          value={draft[name]}
          onChange={({ target }) => setDraft({ ...draft, [name]: target.value })}
          inputProps={{ ...ids, maxLength, autoComplete: 'off' }}
        />
      )}
    </Field>
  )
  return (
    <form onSubmit={submit}>
      <div className="io-dialog-body">
        <h2 className="io-dialog-title" id={titleId}>
          {role ? t('role.editTitle', { name: role.name }) : t('role.newTitle')}
        </h2>
        {error && Object.keys(errors).length === 0 && <Note tone="danger">{errorText(kit, error)}</Note>}
        {text('name', 100)}
        {text('description', 500)}
        <PermissionsField value={draft.permissions} onChange={(permissions) => setDraft({ ...draft, permissions })} />
      </div>
      <div className="io-dialog-foot">
        <Button variant="text" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <BusyButton type="submit" variant="contained" busy={busy} disabled={!ready}>
          {t(role ? 'role.save' : 'role.create')}
        </BusyButton>
      </div>
    </form>
  )
}
