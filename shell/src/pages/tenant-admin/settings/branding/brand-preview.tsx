import { Card, deriveBrand, initialsOf, useSession, useT, type BrandColors, type BrandScheme } from '@innoerp/sdk/ui'
import type { CSSProperties } from 'react'
import type { Texts } from '../text-form'
import type { BrandingName } from './names'
import { COLOR } from './presets'

/** The tokens that an organization's colour sets, for one scheme. */
export function brandTokens(color: string, scheme: BrandScheme): CSSProperties {
  const colors = deriveBrand(color, scheme)
  const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return Object.fromEntries((Object.keys(colors) as (keyof BrandColors)[]).map((name) => [`--io-brand-${kebab(name)}`, colors[name]]))
}

/** A small page in the look that is being chosen, before it is saved. Uses the scheme that the page is shown in. */
export function BrandPreview({ texts, logo }: { texts: Texts<BrandingName>; logo: string | null }) {
  const t = useT()
  const { organization } = useSession()
  const scheme = document.documentElement.dataset.scheme === 'dark' ? 'dark' : 'light'
  const name = texts.company_name.trim() || (organization?.name ?? '')
  const tokens = COLOR.test(texts.primary_color) ? brandTokens(texts.primary_color, scheme) : {}
  const fonts = { '--font-family': `"${texts.font_family}"`, '--font-heading': `"${texts.heading_font}"` }
  return (
    <Card title={t('branding.preview')}>
      <div className="pages-brand" data-sidebar={texts.sidebar_style} data-header={texts.header_style} style={{ ...tokens, ...fonts } as CSSProperties}>
        <div className="pages-brand-side">
          <span className="pages-brand-name">
            {logo ? <img className="shell-logo" src={logo} alt="" /> : <span className="io-logo" aria-hidden data-initials={initialsOf(name, 1)} />}
            <b className="io-trunc">{name}</b>
          </span>
          <span className="pages-brand-item" data-current>
            <i aria-hidden />
            <span>{t('dashboard.title')}</span>
          </span>
          <span className="pages-brand-item">
            <i aria-hidden />
            <span>{t('users.title')}</span>
          </span>
        </div>
        <div className="pages-brand-main">
          <div className="pages-brand-head">{t('dashboard.title')}</div>
          <div className="pages-brand-body" data-layout={texts.dashboard_layout}>
            <span className="pages-brand-title">{t('branding.heading')}</span>
            <span className="pages-brand-text">
              {t('branding.sentence')} <span className="pages-brand-link">{t('branding.linkWord')}</span>
            </span>
            <span className="pages-brand-button">{t('settings.save')}</span>
          </div>
        </div>
      </div>
    </Card>
  )
}
