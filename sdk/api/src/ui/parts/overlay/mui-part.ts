import { lazyPart } from '../../host/use-part.js'

/** MUI's overlays: fetched when the first of them opens. */
export const muiPart = lazyPart(() => import('../../mui/index.js'))
