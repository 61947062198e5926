import { AppLink, PageFrame, usePhone, useSession, useT } from '@innoerp/sdk/ui'
import { Blocks, Brush, Building2, ChevronRight, Palette, ShieldCheck, UserRound, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { PeopleCommands } from '../users/people-commands'
import { SETTINGS_PATH, allowedSections, sectionPath, type Section, type SectionId } from './sections'

const ICONS: Readonly<Record<SectionId, LucideIcon>> = {
  organization: Building2,
  branding: Brush,
  modules: Blocks,
  profile: UserRound,
  security: ShieldCheck,
  appearance: Palette,
}

function SectionIcon({ id }: { id: SectionId }) {
  const Glyph = ICONS[id]
  return <Glyph size={17} strokeWidth={1.75} aria-hidden />
}

export interface SettingsFrameProps {
  section: SectionId
  /** At the end of the head: discard and save. */
  actions?: ReactNode
  children: ReactNode
}

/** The frame of one part of the settings, with the way to the others beside it. */
export function SettingsFrame({ section: id, actions, children }: SettingsFrameProps) {
  const t = useT()
  return (
    <PageFrame
      title={t(`settings.${id}.title`)}
      facts={t(`settings.${id}.facts`)}
      actions={actions}
      crumbs={[{ label: t('settings.title'), to: SETTINGS_PATH.slice(1) }]}
    >
      <PeopleCommands />
      <div className="pages-settings">
        <SettingsNav current={id} />
        <div className="io-col io-gap-16">{children}</div>
      </div>
    </PageFrame>
  )
}

const GROUPS: readonly Section['group'][] = ['organization', 'you']

/** The parts that this person may see, in groups. */
function useGroups() {
  const { permissions } = useSession()
  const allowed = allowedSections(permissions)
  return GROUPS.map((group) => ({ group, sections: allowed.filter((section) => section.group === group) })).filter(({ sections }) => sections.length > 0)
}

function SettingsNav({ current }: { current: SectionId }) {
  const t = useT()
  const phone = usePhone()
  const groups = useGroups()
  if (phone) return null
  return (
    <nav aria-label={t('settings.title')}>
      {groups.map(({ group, sections }) => (
        <div key={group}>
          <div className="shell-nav-head">{t(`settings.group.${group}`)}</div>
          <ul className="shell-nav">
            {sections.map(({ id }) => (
              <li key={id}>
                <AppLink className="shell-item" href={sectionPath(id)} aria-current={id === current ? 'page' : undefined}>
                  <SectionIcon id={id} />
                  <span className="io-trunc">{t(`settings.${id}.title`)}</span>
                </AppLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

/** All parts as a page of their own: how a phone begins. */
export function SettingsIndex() {
  const t = useT()
  const groups = useGroups()
  return (
    <PageFrame title={t('settings.title')}>
      <div className="io-col io-gap-16">
        {groups.map(({ group, sections }) => (
          <section className="io-card" key={group} aria-label={t(`settings.group.${group}`)}>
            {sections.map(({ id }) => (
              <AppLink key={id} className="io-list-item" href={sectionPath(id)}>
                <SectionIcon id={id} />
                <span className="io-col io-grow">
                  <span className="io-strong">{t(`settings.${id}.title`)}</span>
                  <span className="io-cap io-trunc">{t(`settings.${id}.facts`)}</span>
                </span>
                <ChevronRight size={15} className="io-flip io-muted" aria-hidden />
              </AppLink>
            ))}
          </section>
        ))}
      </div>
    </PageFrame>
  )
}
