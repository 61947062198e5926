import { token } from '../host/token.js'
import type { Tone } from './tone.js'

const TONES: readonly Tone[] = ['info', 'review', 'success', 'warning', 'danger', 'neutral']

/** The same text gives the same tone everywhere. */
export function toneOfText(text: string): Tone {
  let hash = 7
  for (const character of text) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return TONES[hash % TONES.length] ?? 'neutral'
}

/** "Marta Lindqvist" → "ML"; one letter for companies. */
export function initialsOf(name: string, count: number): string {
  const words = name.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  const letters = words.map((word) => word.match(/[\p{L}\p{N}]/u)?.[0] ?? '')
  const chosen = letters.length > count ? [...letters.slice(0, count - 1), letters.at(count === 1 ? 0 : -1) ?? ''] : letters
  return chosen.join('').toLocaleUpperCase()
}

export interface AvatarProps {
  name: string
  /** Decides the colour; the name when absent. */
  id?: string
  /** Pixels: 20 board, 22 table, 24 list, 26 header, 40 record. */
  size?: number
  /** Companies are square, people round. */
  square?: boolean
}

/** Initials of a person or a company. Decorative: the name stands beside it. */
export function Avatar({ name, id, size = 22, square = false }: AvatarProps) {
  const tone = toneOfText(id ?? name)
  return (
    <span
      className="io-avatar"
      aria-hidden
      data-square={square || undefined}
      data-initials={initialsOf(name, square ? 1 : 2)}
      style={{
        width: size,
        height: size,
        fontSize: Math.round(size * 0.4),
        background: token(`${tone}-tint`),
        color: token(`${tone}-fg`),
      }}
    />
  )
}

export interface PersonProps {
  name: string
  id?: string
  size?: number
}

/** Avatar and name in one line. */
export const Person = ({ name, id, size = 22 }: PersonProps) => (
  <span className="io-row">
    <Avatar name={name} size={size} {...(id && { id })} />
    <bdi className="io-trunc" title={name}>
      {name}
    </bdi>
  </span>
)
