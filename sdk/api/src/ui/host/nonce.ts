import createCache, { type EmotionCache } from '@emotion/cache'

/** The page's style nonce. Read from the property: the attribute reads as '' on purpose. */
export const pageNonce = (): string => document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''

/** Emotion's cache with the nonce; its styles come first, so that the kit's stylesheet may override them. */
export const createKitCache = (nonce: string): EmotionCache => createCache({ key: 'io', prepend: true, ...(nonce && { nonce }) })
