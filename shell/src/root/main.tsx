import '@innoerp/sdk/ui/data.css'
import { createRoot } from 'react-dom/client'
import { readBoot } from '../page/boot'
import { applyLetters } from '../page/letter-keys'
import '../pages/modules.css'
import '../pages/pages.css'
import '../pages/services.css'
import { App } from './app'
import { Starting } from './starting'
import { StartFailed } from './start-failed'
import { startShell } from './start'
import './styles/frame.css'
import './styles/navigation.css'
import './styles/surfaces.css'

const container = document.getElementById('root')
if (container) {
  applyLetters()
  const root = createRoot(container)
  root.render(<Starting />)
  startShell(readBoot()).then(
    // Without a session the page is on its way to sign-in.
    (shell) => shell && root.render(<App shell={shell} />),
    (error: unknown) => root.render(<StartFailed error={error} />),
  )
}
