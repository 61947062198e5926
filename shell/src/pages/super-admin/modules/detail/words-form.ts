import { formOf, getApi, type AnyRecord, type SubmitForm } from '@innoerp/sdk/ui'
import { moduleClient, registeredModules, type RegisteredModule } from '../../../../clients/modules'

/** What a module is called on this platform; what is emptied is as its manifest says. */
export interface WordsInput extends AnyRecord {
  module_name: string | null
  description: string | null
  category: string | null
  color: string | null
}

const word = (maxLength: number) => ({ type: ['string', 'null'], maxLength })

export const wordsForm = formOf<WordsInput, WordsInput>({
  name: 'words',
  schema: { properties: { module_name: word(100), description: word(500), category: word(60), color: { type: ['string', 'null'], pattern: '^#[0-9A-Fa-f]{6}$', maxLength: 7 } }, required: [] },
  target: registeredModules as never,
  layout: ['module_name', 'description', ['category', 'color']],
  fields: { description: { kind: 'multiline', lines: 2 } },
})

export const wordsOf = ({ id, module_name, description, category, color }: RegisteredModule): WordsInput => ({ id, module_name, description, category, color })

/** Saves what was changed, so that the rest goes on to be as the manifest says; text that was emptied becomes null. */
export const saveWords = (module: RegisteredModule): SubmitForm<WordsInput> => async (body) => {
  const before: Readonly<Record<string, unknown>> = { ...wordsOf(module) }
  const changed = Object.entries(body).filter(([name, value]) => value !== before[name])
  const words = Object.fromEntries(changed.map(([name, value]) => [name, value === '' ? null : value]))
  return wordsOf(await moduleClient(getApi(), module.id).changeWords(words))
}
