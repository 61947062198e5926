import { createApi, createLabels } from '@innoerp/sdk/ui/auth'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import de from '../locales/de/public.json'
import en from '../locales/en/public.json'
import { readBoot } from '../page/boot'
import { PublicContext } from './context'
import { PublicPage } from './public-page'
import './public.css'

const boot = readBoot()
const value = { boot, t: createLabels(boot.locale, { en, de }), api: createApi() }

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <PublicContext value={value}>
        <PublicPage />
      </PublicContext>
    </StrictMode>,
  )
}
