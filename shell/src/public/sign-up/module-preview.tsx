import { errorText } from '@innoerp/sdk/ui/auth'
import { Check } from 'lucide-react'
import type { CSSProperties } from 'react'
import { usePublic } from '../context'
import { ModuleIcon } from './icons'
import { signUpApi, type IndustryModule } from './sign-up-api'
import { useFetched } from '../use-fetched'

/** The modules that a new company of this industry begins with, and those that go well with them. */
export function ModulePreview({ industryCode, name }: { industryCode: string; name: string }) {
  const { api, t } = usePublic()
  const { data, error } = useFetched(industryCode, (signal) => signUpApi(api).modulesOf(industryCode, signal))
  return (
    <section className="io-card public-preview" aria-live="polite">
      <header className="io-card-head">
        <h2 className="io-trunc">{t('signUp.preview', { name })}</h2>
      </header>
      {error !== undefined && <p className="public-preview-note">{errorText(t, error)}</p>}
      <ul>{data?.map((module) => <Row key={module.module_id} module={module} />)}</ul>
      {data?.length === 0 && <p className="public-preview-note">{t('signUp.previewEmpty')}</p>}
    </section>
  )
}

function Row({ module }: { module: IndustryModule }) {
  const { t } = usePublic()
  const tint = { '--public-module': module.color ?? 'var(--io-text-3)' } as CSSProperties
  return (
    <li className="public-module">
      <span className="public-module-icon" style={tint} aria-hidden>
        <ModuleIcon name={module.icon} />
      </span>
      <span className="io-grow">
        <b>{module.module_name}</b>
        {module.description && <small>{module.description}</small>}
      </span>
      <span className="public-module-note">
        {module.is_required && <Check size={14} aria-hidden />}
        {t(module.is_required ? 'signUp.included' : 'signUp.later')}
      </span>
    </li>
  )
}
