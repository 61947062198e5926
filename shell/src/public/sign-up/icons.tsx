import {
  Blocks,
  Boxes,
  BriefcaseBusiness,
  Building2,
  Factory,
  FolderKanban,
  GraduationCap,
  Handshake,
  HardHat,
  HeartPulse,
  Landmark,
  Monitor,
  Store,
  Users,
  type LucideIcon,
} from 'lucide-react'

const INDUSTRIES: Readonly<Record<string, LucideIcon>> = {
  technology: Monitor,
  manufacturing: Factory,
  retail: Store,
  healthcare: HeartPulse,
  finance: Landmark,
  construction: HardHat,
  'professional-services': BriefcaseBusiness,
  education: GraduationCap,
}

/** Those of the names that a registry's modules use: the whole set belongs to the pages behind sign-in. */
const MODULES: Readonly<Record<string, LucideIcon>> = {
  project: FolderKanban,
  people: Users,
  account_balance: Landmark,
  contacts: Handshake,
  inventory: Boxes,
}

export function IndustryIcon({ code }: { code: string }) {
  const Glyph = INDUSTRIES[code] ?? Building2
  return <Glyph size={18} strokeWidth={1.75} aria-hidden />
}

export function ModuleIcon({ name }: { name: string | null }) {
  const Glyph = (name ? MODULES[name] : undefined) ?? Blocks
  return <Glyph size={16} strokeWidth={1.75} />
}
