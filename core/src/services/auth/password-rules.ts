import { COMMON_PASSWORDS, COMMON_STEMS } from './common-passwords.js'

/** What somebody could guess who knows a little about the person. */
export interface PasswordOwner {
  email: string
}

const MIN_TELLING = 4
const SEQUENCES = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'qwertzuiop', 'azertyuiop', 'asdfghjkl', 'zxcvbnm', 'yxcvbnm']
const LOOK_ALIKES: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' }

/** Why a password of sufficient length is easy to guess; undefined for a good one. No rule asks for kinds of characters (DECISIONS 6). */
export function weaknessOf(password: string, { email }: PasswordOwner): string | undefined {
  const lower = password.toLowerCase()
  if (new Set(lower).size <= 2) return 'It is one or two characters, repeated.'
  if (isRepetition(lower)) return 'It is one short piece, repeated.'
  if (isSequence(lower)) return 'It is a row of neighbouring characters.'
  if (isCommon(lower)) return 'It is one of the passwords that are tried first.'
  const local = email.toLowerCase().split('@')[0] ?? ''
  if (lower === email.toLowerCase() || (local.length >= MIN_TELLING && lower.includes(local))) return 'It contains the e-mail address.'
  return undefined
}

/** `Summer2026!` is `summer` for a guesser, and `P4ssw0rd` is `password`. */
function isCommon(lower: string): boolean {
  const bare = lower.replace(/^[^a-z]{0,4}(?=[a-z])|[^a-z]{1,6}$/g, '')
  const plain = (text: string): string => text.replace(/[013457@$!]/g, (sign) => LOOK_ALIKES[sign] ?? sign)
  return [lower, bare, plain(lower), plain(bare)].some((form) => COMMON_PASSWORDS.has(form) || COMMON_STEMS.has(form))
}

/** `abcabcabc`: a piece of up to four characters over and over. */
function isRepetition(lower: string): boolean {
  const repeated = (length: number): string => lower.slice(0, length).repeat(Math.ceil(lower.length / length))
  return [2, 3, 4].some((length) => lower.length > 2 * length && repeated(length).startsWith(lower))
}

/** All of it lies on a row of the keyboard or in the alphabet, forwards or backwards. */
function isSequence(lower: string): boolean {
  const backwards = [...lower].toReversed().join('')
  return SEQUENCES.some((row) => row.repeat(2).includes(lower) || row.repeat(2).includes(backwards))
}
