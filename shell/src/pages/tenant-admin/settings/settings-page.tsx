import { NoAccess, NotFound, usePhone, useSession, useT } from '@innoerp/sdk/ui'
import { createElement, type ComponentType } from 'react'
import { useParams } from 'react-router'
import { AppearanceSection } from './appearance-section'
import { BrandingSection } from './branding/branding-section'
import { ModulesSection } from './modules-section'
import { OrganizationSection } from './organization-section'
import { ProfileSection } from './profile-section'
import { SecuritySection } from './security/security-section'
import { SECTIONS, allowedSections, type SectionId } from './sections'
import { SettingsFrame, SettingsIndex } from './settings-frame'

const PAGES: Readonly<Record<SectionId, ComponentType>> = {
  organization: OrganizationSection,
  branding: BrandingSection,
  modules: ModulesSection,
  profile: ProfileSection,
  security: SecuritySection,
  appearance: AppearanceSection,
}

/** The settings: the part that the address names, else the first one, on a phone the list of all. */
export default function SettingsPage() {
  const { section: named } = useParams()
  const { permissions } = useSession()
  const phone = usePhone()
  if (named === undefined && phone) return <SettingsIndex />
  const allowed = allowedSections(permissions)
  const section = named === undefined ? allowed[0] : SECTIONS.find(({ id }) => id === named)
  if (!section) return <NotFound />
  return allowed.includes(section) ? createElement(PAGES[section.id]) : <Closed id={section.id} />
}

/** A part that others set. */
function Closed({ id }: { id: SectionId }) {
  const t = useT()
  return (
    <SettingsFrame section={id}>
      <section className="io-card">
        <NoAccess text={t('settings.noAccess')} />
      </section>
    </SettingsFrame>
  )
}
