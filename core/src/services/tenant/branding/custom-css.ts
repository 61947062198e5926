/** What no style sheet of ours may hold, whatever it is meant for: addresses, imports, scripts in disguise, the end of its element. */
const DANGEROUS = [/@import[^;]*;?/gi, /@(charset|namespace|font-face|document)\b[^;{}]*(;|\{[^}]*\})?/gi, /url\s*\([^)]*\)/gi, /image-set\s*\([^)]*\)/gi, /(javascript|vbscript|data)\s*:/gi, /expression\s*\([^)]*\)/gi, /(behavior|-moz-binding)\s*:[^;}]*/gi, /<[^>]*>?/g, /\\/g]
/** The tokens that branding may set (UI.md §2). */
const TOKEN = /(--(?:io-brand-[a-z-]+|io-r[a-z0-9-]*|font-[a-z-]+))\s*:\s*([^;{}]+?)\s*(?=[;}]|$)/g
const VALUE = /^[#A-Za-z0-9 .,%'"()-]{1,200}$/
const CALLS = /([a-z-]+)\s*\(/gi
const ALLOWED_CALLS = new Set(['rgb', 'rgba', 'hsl', 'hsla', 'oklch', 'oklab', 'calc', 'min', 'max', 'clamp', 'color-mix', 'var'])

/** A custom style sheet as it is kept: as its author wrote it, without what is dangerous. */
export function withoutDanger(css: string): string {
  let text = css.replace(/\/\*[\s\S]*?\*\//g, '')
  // Taking something out may put the halves of something else together.
  for (let before = ''; before !== text; ) {
    before = text
    for (const pattern of DANGEROUS) text = text.replace(pattern, '')
  }
  return text.trim()
}

/** What of it takes effect: the tokens that may be set, and nothing else. */
export function allowedTokens(css: string): [string, string][] {
  return [...withoutDanger(css).matchAll(TOKEN)].flatMap(([, name = '', value = '']): [string, string][] => {
    const isPlain = VALUE.test(value) && [...value.matchAll(CALLS)].every(([, call = '']) => ALLOWED_CALLS.has(call.toLowerCase()))
    return isPlain ? [[name, value]] : []
  })
}
