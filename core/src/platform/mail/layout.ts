/** A mail before it has a shape: what it says, and the one thing to do. */
export interface MailContent {
  subject: string
  paragraphs: readonly string[]
  /** The words of the link. */
  action: string
  url: string
  /** Whose mail it is: the organization, or the platform. */
  name: string
  language: string
}
/** How the organization looks. */
export interface MailBrand {
  /** `#rrggbb` */
  color: string
  /** A colour that can be read on it. */
  onColor: string
}
export const PLATFORM_BRAND: MailBrand = { color: '#1976d2', onColor: '#ffffff' }

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Text and HTML of a mail. The HTML needs nothing from outside: no image, no font, no style sheet. */
export function layOut({ subject, paragraphs, action, url, name, language }: MailContent, { color, onColor }: MailBrand = PLATFORM_BRAND): { subject: string; text: string; html: string } {
  const body = paragraphs.map((text) => `<p style="margin:0 0 16px">${escape(text)}</p>`).join('')
  const link = `<a href="${escape(url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:${escape(color)};color:${escape(onColor)};text-decoration:none;font-weight:600">${escape(action)}</a>`
  const html = `<!doctype html><html lang="${escape(language)}"><head><meta charset="utf-8"><title>${escape(subject)}</title></head><body style="margin:0;background:#f4f5f7;font:16px/1.5 system-ui,sans-serif;color:#1c1f26"><table role="presentation" width="100%"><tr><td align="center" style="padding:32px 16px"><table role="presentation" style="max-width:520px;width:100%;background:#ffffff;border-radius:12px"><tr><td style="padding:32px"><p style="margin:0 0 24px;font-weight:700">${escape(name)}</p><h1 style="margin:0 0 16px;font-size:20px;line-height:1.3">${escape(subject)}</h1>${body}<p style="margin:24px 0">${link}</p><p style="margin:0;font-size:13px;color:#5a6070;word-break:break-all">${escape(url)}</p></td></tr></table></td></tr></table></body></html>`
  return { subject, text: `${subject}\n\n${paragraphs.join('\n\n')}\n\n${action}:\n${url}\n\n${name}\n`, html }
}
