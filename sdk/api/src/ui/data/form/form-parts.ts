import { lazyPart } from '../../host/use-part.js'
import { comboPart } from '../pick/combobox.js'

/** The inside of forms, with react-hook-form, and the lists of choices that most forms have. */
export const formParts = lazyPart(async () => {
  const [parts] = await Promise.all([import('./form-content.js'), comboPart.load()])
  return parts
})
