import { AuthField } from '@innoerp/sdk/ui/auth'
import type { ComponentProps } from 'react'
import { addressOf } from '../../page/boot'
import { usePublic } from '../context'
import { useSubdomainCheck } from './use-subdomain-check'
import type { SignUp } from './use-sign-up'

export interface SubdomainFieldProps extends Pick<ComponentProps<typeof AuthField>, 'name' | 'value' | 'error' | 'onBlur'> {
  signUp: SignUp
}

/** The company's address; says while typing whether it is free, and proposes others when it is not. */
export function SubdomainField({ signUp, error, ...field }: SubdomainFieldProps) {
  const { boot, t } = usePublic()
  const { subdomain, country } = signUp.draft
  const check = useSubdomainCheck(subdomain, country)
  const address = addressOf(subdomain, boot)
  const taken = check.state === 'taken'
  return (
    <AuthField
      {...field}
      label={t('field.address')}
      unit={`.${boot.domain}`}
      autoCapitalize="none"
      autoComplete="off"
      spellCheck={false}
      maxLength={63}
      onChange={(event) => signUp.change({ subdomain: event.target.value.toLowerCase().replace(/[\s_.]+/g, '-') })}
      hint={check.state === 'checking' ? t('signUp.checking') : t('signUp.addressHint')}
      good={check.state === 'free' ? t('signUp.free', { address }) : undefined}
      error={error ?? (taken ? t('signUp.taken', { address }) : undefined)}
      below={taken && <Proposals proposals={check.proposals} onChoose={(chosen) => signUp.change({ subdomain: chosen })} />}
    />
  )
}

function Proposals({ proposals, onChoose }: { proposals: readonly string[]; onChoose(subdomain: string): void }) {
  const { t } = usePublic()
  if (proposals.length === 0) return null
  return (
    <div className="public-proposals">
      <span>{t('signUp.proposals')}</span>
      {proposals.map((proposal) => (
        <button key={proposal} type="button" className="io-button" data-variant="outlined" data-small onClick={() => onChoose(proposal)}>
          {proposal}
        </button>
      ))}
    </div>
  )
}
