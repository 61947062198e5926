import { AuthButton, AuthLogo, AuthSplit } from '@innoerp/sdk/ui/auth'
import { useId, useRef, type FormEvent } from 'react'
import { usePublic } from '../context'
import { LanguageSwitch } from '../language-switch'
import { useTitle } from '../use-title'
import { CreatedPage } from './created-page'
import type { Field } from './draft'
import { IndustryChoice } from './industry-choice'
import { SignUpClosedPage, WaitingPage } from './not-open-pages'
import { SignUpForm } from './sign-up-form'
import { useSignUp } from './use-sign-up'

/** Creates a company: the form at the start, what it will be set up with at the end. */
export function SignUpPage() {
  const { boot } = usePublic()
  return boot.signup === 'closed' ? <SignUpClosedPage /> : <OpenSignUp />
}

function OpenSignUp() {
  const { t } = usePublic()
  const signUp = useSignUp()
  const formId = useId()
  const page = useRef<HTMLDivElement>(null)
  useTitle(t('signUp.title'))
  if (signUp.done) return 'request' in signUp.done ? <WaitingPage draft={signUp.draft} /> : <CreatedPage signedUp={signUp.done} />

  const focus = (field: Field) =>
    page.current?.querySelector<HTMLElement>(field === 'industry_code' ? 'fieldset input' : `[name="${field}"]`)?.focus()
  async function submit(event: FormEvent) {
    event.preventDefault()
    const wrong = await signUp.submit()
    if (wrong) focus(wrong)
  }
  return (
    <div className="public-fill" ref={page}>
      <AuthSplit
        start={
          <>
            <Brand />
            <h1>{t('signUp.title')}</h1>
            <p className="public-lead">{t('signUp.text')}</p>
            <SignUpForm id={formId} signUp={signUp} onSubmit={(event) => void submit(event)} />
          </>
        }
        end={
          <>
            <IndustryChoice
              value={signUp.draft.industry_code}
              problem={signUp.problem('industry_code')}
              onChange={(industry_code) => signUp.change({ industry_code })}
            />
            {/* In one column the form's own button lies far above what was chosen last. */}
            <div className="public-narrow">
              <AuthButton type="submit" form={formId} busy={signUp.busy}>
                {t('signUp.submit')}
              </AuthButton>
            </div>
          </>
        }
      />
    </div>
  )
}

function Brand() {
  const { t } = usePublic()
  return (
    <header className="public-brand">
      <AuthLogo small>io</AuthLogo>
      <b>innoERP</b>
      <span className="public-brand-aside">
        <span>
          {t('signUp.haveAccount')}{' '}
          <a className="io-link" href="/sign-in">
            {t('signUp.signIn')}
          </a>
        </span>
        <LanguageSwitch />
      </span>
    </header>
  )
}
