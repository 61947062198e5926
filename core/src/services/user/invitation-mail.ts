import type { MailContent } from '../../platform/mail/layout.js'

const WORDS = {
  en: (name: string, by: string) => ({
    subject: `${by} invites you to ${name}`,
    paragraphs: [`${by} has invited you to work in ${name}. Choose a password and you are in. The link works for seven days.`],
    action: 'Accept the invitation',
  }),
  de: (name: string, by: string) => ({
    subject: `${by} lädt Sie zu ${name} ein`,
    paragraphs: [`${by} hat Sie eingeladen, in ${name} mitzuarbeiten. Wählen Sie ein Passwort, dann sind Sie dabei. Der Link gilt sieben Tage lang.`],
    action: 'Einladung annehmen',
  }),
}

/** The mail that brings an invitation. */
export const invitationMail = ({ language, name, by, url }: { language: 'en' | 'de'; name: string; by: string; url: string }): MailContent => ({ ...WORDS[language](name, by), name, url, language })
