import { LeaveDialog, Toaster, useT } from '@innoerp/sdk/ui'
import { Suspense, lazy, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { useShellKeys } from '../keys/use-shell-keys'
import { useNavigation, useCurrentItem } from '../navigation/use-navigation'
import { Sidebar } from '../navigation/sidebar'
import { TabBar } from '../navigation/tab-bar'
import { SHELL } from '../page-table'
import { useShell } from '../shell-context'
import { brandLayoutOf } from './brand-layout'
import { Header } from './header'
import { OfflineNote } from './offline-note'
import { PageOutlet } from './page-outlet'
import { useOverlay } from './use-overlay'

const Overlays = lazy(() => import('./overlays'))

/** The frame: navigation, header, and the place where pages and modules stand. */
export function Layout() {
  const t = useT(SHELL)
  const { boot } = useShell()
  const { sidebar, header } = brandLayoutOf(boot)
  const navigation = useNavigation()
  const current = useCurrentItem(navigation)
  const { open, wanted, show, close } = useOverlay()
  const showPalette = () => show('palette')
  const showKeys = () => show('keys')
  useShellKeys(navigation, { onPalette: showPalette, onHelp: showKeys })
  return (
    <>
      <div className="shell" data-sidebar={sidebar} data-header={header}>
        <a className="shell-skip" href="#main">
          {t('skip')}
        </a>
        {sidebar !== 'minimal' && <Sidebar navigation={navigation} current={current} />}
        <div className="shell-main">
          <Header navigation={navigation} current={current} hasSidebar={sidebar !== 'minimal'} onFind={showPalette} onShowKeys={showKeys} />
          <Main />
        </div>
        <TabBar navigation={navigation} current={current} />
      </div>
      <Suspense>{wanted && <Overlays open={open} onClose={close} navigation={navigation} />}</Suspense>
      <LeaveDialog />
      <Toaster />
    </>
  )
}

function Main() {
  const { stage } = useShell()
  const { pathname } = useLocation()
  const main = useRef<HTMLElement>(null)
  useEffect(() => {
    main.current?.prepend(stage)
  }, [stage])
  useEffect(() => {
    main.current?.scrollTo(0, 0)
  }, [pathname])
  return (
    <div className="shell-body">
      <OfflineNote />
      <main id="main" className="shell-page" tabIndex={-1} ref={main}>
        <PageOutlet />
      </main>
    </div>
  )
}
