import { Card, ErrorState, SkeletonLines, useHost, useT, type ApiError } from '@innoerp/sdk/ui'
import { OutlinedInput } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { profileClient, type Profile, type ProfileChanges } from '../../../../clients/profile'
import { SettingRow } from '../setting-row'
import { TextFormActions, TextFormBody } from '../text-form-parts'
import { useTextForm } from '../use-text-form'
import { PictureCard } from './picture-card'

const NAMES = ['phone', 'job_title', 'department', 'bio'] as const
type Name = (typeof NAMES)[number]
const LONGEST: Readonly<Record<Name, number>> = { phone: 50, job_title: 100, department: 100, bio: 2000 }

/** What colleagues see of a person besides the name. */
export function ProfileDetails({ userId }: { userId: string }) {
  const t = useT()
  const { api } = useHost()
  const profile = useQuery<Profile, ApiError>({
    queryKey: ['profile', userId],
    queryFn: () => profileClient(api, userId).read(),
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  if (profile.data) return <Details record={profile.data} />
  return (
    <Card title={t('profileForm.about')}>
      {profile.error ? (
        <ErrorState title={t('profileForm.notLoaded')} error={profile.error} onRetry={() => void profile.refetch()} />
      ) : (
        <SkeletonLines rows={4} />
      )}
    </Card>
  )
}

function Details({ record }: { record: Profile }) {
  const t = useT()
  const id = useId()
  const client = profileClient(useHost().api, record.user_id)
  const form = useTextForm<Profile, Name>({
    record,
    names: NAMES,
    check: () => ({}),
    save: (_base, changes) => client.change(changes as ProfileChanges),
    reload: client.read,
    saved: t('profileForm.saved'),
  })
  const { texts, errors, set } = form
  return (
    <>
      <PictureCard record={record} />
      <h2 className="io-sr">{t('profileForm.about')}</h2>
      <TextFormBody form={form} id={id}>
        {NAMES.map((name) => (
          <SettingRow key={name} label={t(`field.${name}`)} {...(['phone', 'bio'].includes(name) && { help: t(`hint.${name}`) })} error={errors[name]}>
            {(ids) => (
              <OutlinedInput
                fullWidth
                multiline={name === 'bio'}
                {...(name === 'bio' && { minRows: 3, maxRows: 10 })}
                value={texts[name]}
                error={errors[name] !== undefined}
                onChange={(event) => set(name, event.target.value)}
                inputProps={{ ...ids, maxLength: LONGEST[name], ...(name === 'phone' && { type: 'tel', autoComplete: 'tel', dir: 'ltr' }) }}
              />
            )}
          </SettingRow>
        ))}
        <div className="pages-setting-foot">
          <TextFormActions form={form} id={id} />
        </div>
      </TextFormBody>
    </>
  )
}
