import { CORE_PERMISSIONS } from '../../../root/core-permissions'

export const SETTINGS_PATH = '/tenant-admin/settings'

export type SectionId = 'organization' | 'branding' | 'modules' | 'profile' | 'security' | 'appearance'

export interface Section {
  id: SectionId
  /** What the section is about: the organization or the person. */
  group: 'organization' | 'you'
  permission?: string
}

/** The parts of the settings, in the order of their navigation. */
export const SECTIONS: readonly Section[] = [
  { id: 'organization', group: 'organization', permission: CORE_PERMISSIONS.manageOrganization },
  { id: 'branding', group: 'organization', permission: CORE_PERMISSIONS.manageOrganization },
  { id: 'modules', group: 'organization', permission: CORE_PERMISSIONS.manageOrganization },
  { id: 'profile', group: 'you' },
  { id: 'security', group: 'you' },
  { id: 'appearance', group: 'you' },
]

export const sectionPath = (id: SectionId): string => `${SETTINGS_PATH}/${id}`

export const allowedSections = (permissions: ReadonlySet<string>): readonly Section[] =>
  SECTIONS.filter(({ permission }) => !permission || permissions.has(permission))
