import { AuthField, StrengthMeter, strengthOf } from '@innoerp/sdk/ui/auth'
import type { ComponentProps } from 'react'
import { usePublic } from './context'

export interface PasswordFieldProps extends Pick<ComponentProps<typeof AuthField>, 'name' | 'error' | 'onChange' | 'onBlur'> {
  value: string
  /** “Password” unless it says more. */
  label?: string
  /** The person's own words, which make a password easy to guess. */
  own: readonly string[]
}

/** A new password, with how hard it is to guess. */
export function PasswordField({ value, own, label, ...field }: PasswordFieldProps) {
  const { t } = usePublic()
  const strength = strengthOf(value, own)
  return (
    <AuthField
      {...field}
      value={value}
      label={label ?? t('field.password')}
      type="password"
      autoComplete="new-password"
      hint={t(value ? `strength.${strength}` : 'strength.rule')}
      reveal={{ show: t('password.show'), hide: t('password.hide') }}
      below={<StrengthMeter value={value ? strength : 0} label={t('strength.label')} />}
    />
  )
}
