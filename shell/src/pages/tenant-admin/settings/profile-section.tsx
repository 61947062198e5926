import { ErrorState, KIT, SkeletonLines, useHost, useT, type ApiError } from '@innoerp/sdk/ui'
import { OutlinedInput } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { userClient, type OwnChanges, type User } from '../../../clients/user'
import { TypeName } from '../users/type-name'
import { ProfileDetails } from './profile/profile-details'
import { SettingRow } from './setting-row'
import { SettingsFrame } from './settings-frame'
import type { Texts } from './text-form'
import { TextFormActions, TextFormBody } from './text-form-parts'
import { useTextForm } from './use-text-form'

const NAMES = ['first_name', 'last_name', 'email'] as const
type Name = (typeof NAMES)[number]

const ATTRIBUTES: Readonly<Record<Name, { type: string; maxLength: number; autoComplete: string }>> = {
  first_name: { type: 'text', maxLength: 100, autoComplete: 'given-name' },
  last_name: { type: 'text', maxLength: 100, autoComplete: 'family-name' },
  email: { type: 'email', maxLength: 254, autoComplete: 'email' },
}

/** Who one is: name and address. */
export function ProfileSection() {
  const t = useT()
  const { api } = useHost()
  const me = useQuery<User, ApiError>({
    queryKey: ['me'],
    queryFn: () => userClient(api).me(),
    // Read anew with every visit, so that a form never begins with what another one saved over.
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  if (me.data) return <ProfileForm record={me.data} />
  return (
    <SettingsFrame section="profile">
      <section className="io-card">
        {me.error ? (
          <ErrorState title={t('settings.profile.notLoaded')} error={me.error} onRetry={() => void me.refetch()} />
        ) : (
          <div className="io-card-body">
            <SkeletonLines rows={3} />
          </div>
        )}
      </section>
    </SettingsFrame>
  )
}

function ProfileForm({ record }: { record: User }) {
  const t = useT()
  const kit = useT(KIT)
  const id = useId()
  const client = userClient(useHost().api)
  const form = useTextForm<User, Name>({
    record,
    names: NAMES,
    check: (texts) => checkEmail(texts, kit('check.email')),
    save: (base, changes) => client.changeMe(base, changes as OwnChanges),
    reload: client.me,
    saved: t('settings.profile.saved'),
  })
  const { texts, errors, set } = form
  return (
    <SettingsFrame section="profile" actions={<TextFormActions form={form} id={id} />}>
      <TextFormBody form={form} id={id}>
        {NAMES.map((name) => (
          <SettingRow key={name} label={t(`field.${name}`)} {...(name === 'email' && { help: t('hint.ownEmail') })} error={errors[name]}>
            {(ids) => (
              <OutlinedInput
                fullWidth
                value={texts[name]}
                error={errors[name] !== undefined}
                onChange={(event) => set(name, event.target.value)}
                type={ATTRIBUTES[name].type}
                inputProps={{ ...ids, maxLength: ATTRIBUTES[name].maxLength, autoComplete: ATTRIBUTES[name].autoComplete }}
              />
            )}
          </SettingRow>
        ))}
        <SettingRow label={t('field.username')}>
          <bdi className="pages-value">{record.username}</bdi>
        </SettingRow>
        <SettingRow label={t('field.user_type')} help={t('hint.ownType')}>
          <span className="pages-value">
            <TypeName type={record.user_type} />
          </span>
        </SettingRow>
      </TextFormBody>
      <ProfileDetails userId={record.id} />
    </SettingsFrame>
  )
}

/** Something on both sides of one `@`; the server decides about the rest. */
const checkEmail = ({ email }: Texts<Name>, words: string): Partial<Record<Name, string>> =>
  /^[^\s@]+@[^\s@]+$/.test(email.trim()) ? {} : { email: words }
