const COMMON = ['password', 'passwort', 'qwert', 'letmein', 'welcome', 'willkommen', 'admin', 'iloveyou', '12345', 'abcde', 'innoerp']
const LEAST = 8
const FAIR = 12
const GOOD = 16

/** A password made of the own name or the company's is guessed first. */
const contains = (password: string, words: readonly string[]) =>
  words.some((word) => word.length >= 4 && password.includes(word.toLowerCase()))

const KINDS = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}\s]/u]

/**
 * How hard a password is to guess, 0 (too short) to 4. Length counts most (NIST SP 800-63B §5.1.1); kinds of characters lift a
 * short one by one step; known words and the person's own ones hold it at 1.
 */
export function strengthOf(password: string, own: readonly string[] = []): 0 | 1 | 2 | 3 | 4 {
  const length = [...password].length
  if (length < LEAST) return 0
  const lower = password.toLowerCase()
  const different = new Set(lower).size
  if (different < 5 || contains(lower, COMMON) || contains(lower, own)) return 1
  const kinds = KINDS.filter((kind) => kind.test(password)).length
  const base = length >= GOOD ? 3 : length >= FAIR ? 2 : 1
  return Math.min(4, base + (kinds >= 3 ? 1 : 0)) as 1 | 2 | 3 | 4
}
