import type { FastifyRequest } from 'fastify'

export type Language = 'en' | 'de'

/** The language that a request is answered in: the one chosen in the page, else the first of ours that the browser asks for. */
export function languageOf({ cookies, headers }: Pick<FastifyRequest, 'cookies' | 'headers'>): Language {
  const chosen = cookies['io-locale']
  if (chosen === 'en' || chosen === 'de') return chosen
  return /\b(en|de)\b/i.exec(headers['accept-language'] ?? '')?.[1]?.toLowerCase() === 'de' ? 'de' : 'en'
}
