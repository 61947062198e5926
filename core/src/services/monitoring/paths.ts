export const tags = ['monitoring']
export const config = { access: 'super-admin' } as const

/** The document's prefix and the one that its implementation had (facts §1). */
export const both = (path: string): string[] => [`/api/v1/monitor/${path}`, `/api/v1/monitoring/${path}`]
