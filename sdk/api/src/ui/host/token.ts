/** A design token as a CSS value: `token('brand-fill')` → `var(--io-brand-fill)`. */
export const token = (name: string): string => `var(--io-${name})`
