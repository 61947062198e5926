import type { MailContent } from '../../platform/mail/layout.js'

export type MailLanguage = 'en' | 'de'
interface Words {
  subject: string
  paragraphs: string[]
  action: string
}
export interface LinkMail {
  language: MailLanguage
  /** Organization, or the platform's name. */
  name: string
  url: string
}

const RESET: Record<MailLanguage, (name: string) => Words> = {
  en: (name) => ({
    subject: `Choose a new password for ${name}`,
    paragraphs: ['Somebody asked for a new password for your account. The link works for one hour, once.', 'If it was not you, there is nothing to do: your password stays as it is.'],
    action: 'Choose a new password',
  }),
  de: (name) => ({
    subject: `Neues Passwort für ${name} wählen`,
    paragraphs: ['Für Ihr Konto wurde ein neues Passwort angefordert. Der Link gilt eine Stunde lang und nur einmal.', 'Waren Sie das nicht, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.'],
    action: 'Neues Passwort wählen',
  }),
}
const VERIFY: Record<MailLanguage, (name: string) => Words> = {
  en: (name) => ({ subject: `Verify your e-mail address for ${name}`, paragraphs: ['Confirm that this address is yours. The link works for three days.'], action: 'Verify the address' }),
  de: (name) => ({ subject: `E-Mail-Adresse für ${name} bestätigen`, paragraphs: ['Bestätigen Sie, dass diese Adresse Ihnen gehört. Der Link gilt drei Tage lang.'], action: 'Adresse bestätigen' }),
}
const CHANGED: Record<MailLanguage, (name: string) => Words> = {
  en: (name) => ({
    subject: `Your password for ${name} was changed`,
    paragraphs: ['Your password was changed, and every other session was ended.', 'If it was not you, ask for a new password at once and tell your administrator.'],
    action: 'Sign in',
  }),
  de: (name) => ({
    subject: `Ihr Passwort für ${name} wurde geändert`,
    paragraphs: ['Ihr Passwort wurde geändert, alle anderen Sitzungen sind beendet.', 'Waren Sie das nicht, fordern Sie sofort ein neues Passwort an und sagen Sie es Ihrer Administration.'],
    action: 'Anmelden',
  }),
}
const KINDS = { reset: RESET, verify: VERIFY, changed: CHANGED }

/** A mail about an account, with one link. */
export function accountMail(kind: keyof typeof KINDS, { language, name, url }: LinkMail): MailContent {
  return { ...KINDS[kind][language](name), name, url, language }
}
export const languageOf = (locale: string): MailLanguage => (/^de\b/i.test(locale) ? 'de' : 'en')
