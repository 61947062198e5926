import { AuthButton, AuthField, AuthNote } from '@innoerp/sdk/ui/auth'
import type { ComponentProps, FormEvent } from 'react'
import { usePublic } from '../context'
import { PasswordField } from '../password-field'
import type { Field } from './draft'
import { RegionFields } from './region-fields'
import { SubdomainField } from './subdomain-field'
import type { SignUp } from './use-sign-up'

export interface SignUpFormProps {
  id: string
  signUp: SignUp
  onSubmit(event: FormEvent): void
}

type Bound = Pick<ComponentProps<typeof AuthField>, 'name' | 'error' | 'onChange' | 'onBlur'> & { value: string }

/** What every text field of the form shares. */
function bind(signUp: SignUp, field: Field): Bound {
  return {
    name: field,
    value: signUp.draft[field],
    error: signUp.problem(field),
    onChange: (event) => signUp.change({ [field]: event.target.value }),
    onBlur: () => signUp.leave(field),
  }
}

export function SignUpForm({ id, signUp, onSubmit }: SignUpFormProps) {
  const { t } = usePublic()
  const { draft } = signUp
  return (
    <form id={id} onSubmit={onSubmit} noValidate>
      {signUp.failure && <AuthNote>{signUp.failure}</AuthNote>}
      <AuthField {...bind(signUp, 'business_name')} label={t('field.businessName')} autoComplete="organization" maxLength={200} autoFocus />
      <SubdomainField {...bind(signUp, 'subdomain')} signUp={signUp} />
      <AuthField {...bind(signUp, 'owner_name')} label={t('field.ownerName')} autoComplete="name" maxLength={200} />
      <AuthField {...bind(signUp, 'owner_email')} label={t('field.workEmail')} type="email" autoComplete="username" maxLength={254} />
      <PasswordField {...bind(signUp, 'password')} own={[draft.business_name, draft.owner_name, draft.owner_email.split('@')[0] ?? '']} />
      <RegionFields region={draft} onChange={signUp.change} />
      <AuthButton type="submit" busy={signUp.busy}>
        {t('signUp.submit')}
      </AuthButton>
    </form>
  )
}
