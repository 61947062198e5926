import { Avatar, Can, DateText, Facts, Field, PanelSection, RANK, USER_TYPES, personName, useSession, useT, type UserType } from '@innoerp/sdk/ui'
import { MenuItem, Select, Switch } from '@innoerp/sdk/ui/mui'
import type { User } from '../../../clients/user'
import { CORE_PERMISSIONS } from '../../../root/core-permissions'
import { ActiveChip } from './active-chip'
import { PersonRoles } from './person-roles'
import { TypeName } from './type-name'
import { useManagePerson } from './use-manage-person'

/** A person beside the list: who they are, and for administrators what they may do. */
export function PersonPanel({ user }: { user: User }) {
  const t = useT()
  return (
    <>
      <PanelSection>
        <div className="io-row io-gap-12">
          <Avatar name={personName(user)} id={user.id} size={40} />
          <div className="io-col">
            <h2 className="io-trunc" dir="auto">
              {personName(user)}
            </h2>
            <span>
              <ActiveChip user={user} />
            </span>
          </div>
        </div>
      </PanelSection>
      <PanelSection>
        <Facts
          items={[
            {
              label: t('field.email'),
              value: (
                <a className="io-link" dir="ltr" href={`mailto:${user.email}`}>
                  {user.email}
                </a>
              ),
            },
            { label: t('field.username'), value: <bdi>{user.username}</bdi> },
            { label: t('field.user_type'), value: <TypeName type={user.user_type} /> },
            { label: t('field.joined'), value: <DateText value={user.created_at} /> },
            { label: t('field.updated_at'), value: <DateText value={user.updated_at} rel /> },
          ]}
        />
      </PanelSection>
      <Can permission={CORE_PERMISSIONS.managePeople}>
        <Rights user={user} />
        <PersonRoles user={user} />
      </Can>
    </>
  )
}

/** Nobody gives or takes their own rights: another administrator does. */
function Rights({ user }: { user: User }) {
  const t = useT()
  const own = useSession().user
  const { decide, pendingOf } = useManagePerson()
  const { user_type: type, is_active: active } = { ...user, ...pendingOf(user) }
  if (own.id === user.id) {
    return (
      <PanelSection title={t('person.rights')}>
        <p className="io-dense io-t2">{t('person.self')}</p>
      </PanelSection>
    )
  }
  const offered = USER_TYPES.filter((one) => RANK[one] <= RANK[own.user_type ?? 'client'])
  return (
    <PanelSection title={t('person.rights')}>
      <div className="io-col io-gap-16">
        <Field label={t('field.user_type')} hint={t('hint.user_type')}>
          {(ids, labelId) => (
            <Select
              fullWidth
              labelId={labelId}
              value={type}
              onChange={(event) => decide(user, { user_type: event.target.value as UserType })}
              SelectDisplayProps={{ id: ids.id, 'aria-describedby': ids['aria-describedby'] }}
            >
              {offered.map((one) => (
                <MenuItem key={one} value={one}>
                  {t(`option.user_type.${one}`)}
                </MenuItem>
              ))}
            </Select>
          )}
        </Field>
        <div className="io-field">
          <label className="io-switch-field">
            <Switch checked={active} onChange={(event) => decide(user, { is_active: event.target.checked })} />
            {t('person.maySignIn')}
          </label>
          <div className="io-hint">{t('hint.maySignIn')}</div>
        </div>
      </div>
    </PanelSection>
  )
}
