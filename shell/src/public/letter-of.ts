/** The first letter of an organization's name, which stands for it until it has a logo; the platform's own sign without one. */
export const letterOf = (name: string | undefined): string => name?.match(/[\p{L}\p{N}]/u)?.[0]?.toLocaleUpperCase() ?? 'io'
