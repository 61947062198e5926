import { Dialog, Field, fieldErrors, useCreate, useT, useToast, useUpdate, type ApiError } from '@innoerp/sdk/ui'
import { OutlinedInput } from '@mui/material'
import { useId, useState } from 'react'
import { roles, userRoles, type NewRole, type Role } from '../../../clients/roles'
import { PermissionsField } from './permissions-field'
import { DialogForm } from '../../parts/dialog-form'

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
  const toast = useToast()
  const [draft, setDraft] = useState<NewRole>({ name: role?.name ?? '', description: role?.description ?? '', permissions: role?.permissions ?? [] })
  const { busy, error, save } = useSaveRole(role, ({ name }) => {
    onClose()
    toast(t('role.saved', { name }))
  })
  const errors = fieldErrors(error)
  const ready = draft.name.trim() !== ''
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
    <DialogForm
      titleId={titleId}
      title={role ? t('role.editTitle', { name: role.name }) : t('role.newTitle')}
      verb={t(role ? 'role.save' : 'role.create')}
      busy={busy}
      ready={ready}
      error={Object.keys(errors).length === 0 ? error : null}
      onSubmit={() => save({ ...draft, name: draft.name.trim(), description: draft.description.trim() })}
      onClose={onClose}
    >
      {text('name', 100)}
      {text('description', 500)}
      <PermissionsField value={draft.permissions} onChange={(permissions) => setDraft({ ...draft, permissions })} />
    </DialogForm>
  )
}
