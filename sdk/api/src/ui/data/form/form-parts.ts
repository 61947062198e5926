import { lazyPart } from '../../host/use-part.js'

/** The inside of forms, with react-hook-form. */
export const formParts = lazyPart(() => import('./form-content.js'))
