/** The page's nonce. Read from the property: the attribute reads as '' on purpose. */
export const pageNonce = (): string => document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''
