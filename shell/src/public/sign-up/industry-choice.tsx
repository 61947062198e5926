import { AuthNote, ChoiceCards, errorText, type Label } from '@innoerp/sdk/ui/auth'
import { usePublic } from '../context'
import { IndustryIcon } from './icons'
import { ModulePreview } from './module-preview'
import { signUpApi, type Industry } from './sign-up-api'
import { useFetched } from '../use-fetched'

export interface IndustryChoiceProps {
  /** An industry's code, empty as long as none is chosen. */
  value: string
  problem: string | undefined
  onChange(industryCode: string): void
}

/** In the page's language where it is known; an industry that an operator added keeps its own name. */
function industryName({ industry_code, industry_name }: Industry, t: Label): string {
  const key = `industry.${industry_code}`
  const label = t(key)
  return label === key ? industry_name : label
}

/** What the company does, with a live preview of what is set up for it. */
export function IndustryChoice({ value, problem, onChange }: IndustryChoiceProps) {
  const { api, t } = usePublic()
  const { data, error, retry } = useFetched('industries', (signal) => signUpApi(api).industries(signal))
  const nameOf = (industry: Industry) => industryName(industry, t)
  const chosen = data?.find((industry) => industry.industry_code === value)
  if (error !== undefined) {
    return (
      <AuthNote>
        {errorText(t, error)}{' '}
        <button type="button" className="io-link public-link" onClick={retry}>
          {t('error.retry')}
        </button>
      </AuthNote>
    )
  }
  return (
    <>
      <ChoiceCards
        legend={t('signUp.industry')}
        hint={t('signUp.industryHint')}
        options={(data ?? []).map((industry) => ({
          value: industry.industry_code,
          label: nameOf(industry),
          icon: <IndustryIcon code={industry.industry_code} />,
        }))}
        value={value}
        onChange={onChange}
      />
      <div className="io-hint public-industry-problem" aria-live="polite" data-tone="bad">
        {problem}
      </div>
      {chosen && <ModulePreview industryCode={chosen.industry_code} name={nameOf(chosen)} />}
    </>
  )
}
