import { NotFound, usePhone, useSession } from '@innoerp/sdk/ui'
import { createElement, type ComponentType } from 'react'
import { useParams } from 'react-router'
import { AppearanceSection } from './appearance-section'
import { ModulesSection } from './modules-section'
import { OrganizationSection } from './organization-section'
import { ProfileSection } from './profile-section'
import { SECTIONS, allowedSections, type SectionId } from './sections'
import { SettingsIndex } from './settings-frame'

const PAGES: Readonly<Record<SectionId, ComponentType>> = {
  organization: OrganizationSection,
  modules: ModulesSection,
  profile: ProfileSection,
  appearance: AppearanceSection,
}

/** The settings: the part that the address names, else the first one, on a phone the list of all. */
export default function SettingsPage() {
  const { section: named } = useParams()
  const { permissions } = useSession()
  const phone = usePhone()
  if (named === undefined && phone) return <SettingsIndex />
  const section = named === undefined ? allowedSections(permissions)[0] : SECTIONS.find(({ id }) => id === named)
  return section ? createElement(PAGES[section.id]) : <NotFound />
}
