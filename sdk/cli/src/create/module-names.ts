import { createHash } from 'node:crypto'
import { CliError, EXIT } from '../cli-error.js'

/** How a new module is called in its different places. */
export interface ModuleNames {
  /** In addresses, permissions and the package's name: `site-diary`. */
  id: string
  /** In topics of events, which have no dashes: `site_diary`. */
  topic: string
  /** What people read: `Site diary`. */
  title: string
  /** `#rrggbb`. */
  color: string
  icon: string
}

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const MAX_ID = 40
const TITLE = /^\S(?:.{0,78}\S)?$/u
const COLOR = /^#[0-9a-f]{6}$/i
const ICON = /^[a-z][a-z_]{0,39}$/
/** Dark enough for white text at 4.5:1, and far enough apart to tell modules from one another. */
const COLORS = ['#6b4eff', '#0b7285', '#2b6e2f', '#a04000', '#9c27b0', '#c2255c', '#1c5fb0', '#5f5a00']

/**
 * The id of a new module.
 * @throws CliError for anything that could not be a folder, a part of an address and an npm name at once
 */
export function checkedId(text: string): string {
  if (text.length >= 2 && text.length <= MAX_ID && ID.test(text)) return text
  const rule = `lower case letters, digits and single dashes, 2 to ${MAX_ID} characters, beginning with a letter: site-diary`
  throw new CliError(`${JSON.stringify(text)} cannot name a module. A name has ${rule}.`, { exitCode: EXIT.usage })
}

/** What a module is called unless its author says otherwise: its title from its id, and a colour that stays with the id. */
export function suggestedNames(id: string): ModuleNames {
  const words = id.replaceAll('-', ' ')
  const color = COLORS[(createHash('sha256').update(id).digest()[0] ?? 0) % COLORS.length] ?? '#6b4eff'
  return { id, topic: id.replaceAll('-', '_'), title: `${words.charAt(0).toUpperCase()}${words.slice(1)}`, color, icon: 'notes' }
}

/** @throws CliError naming what is wrong */
export function checkedNames(names: ModuleNames): ModuleNames {
  const refuse = (message: string) => new CliError(message, { exitCode: EXIT.usage })
  if (!TITLE.test(names.title)) throw refuse(`${JSON.stringify(names.title)} cannot be shown as a name: at most 80 characters, in one line.`)
  if (!COLOR.test(names.color)) throw refuse(`${JSON.stringify(names.color)} is no colour such as #6b4eff.`)
  if (!ICON.test(names.icon)) throw refuse(`${JSON.stringify(names.icon)} is no name of an icon, such as notes, tasks or truck.`)
  return names
}
