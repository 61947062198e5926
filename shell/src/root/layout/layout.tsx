import { LeaveDialog, Toaster, useT } from '@innoerp/sdk/ui'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import { KeyHelp } from '../keys/key-help'
import { useShellKeys } from '../keys/use-shell-keys'
import { useNavigation, useCurrentItem } from '../navigation/use-navigation'
import { Sidebar } from '../navigation/sidebar'
import { TabBar } from '../navigation/tab-bar'
import { SHELL } from '../page-table'
import { Palette } from '../palette/palette'
import { useShell } from '../shell-context'
import { Header } from './header'
import { OfflineNote } from './offline-note'
import { PageOutlet } from './page-outlet'

/** What is open over the page. */
type Over = 'palette' | 'keys' | null

/** The frame: navigation, header, and the place where pages and modules stand. */
export function Layout() {
  const t = useT(SHELL)
  const navigation = useNavigation()
  const current = useCurrentItem(navigation)
  const [over, setOver] = useState<Over>(null)
  useShellKeys(navigation, { onPalette: () => setOver('palette'), onHelp: () => setOver('keys') })
  const close = () => setOver(null)
  return (
    <div className="shell">
      <a className="shell-skip" href="#main">
        {t('skip')}
      </a>
      <Sidebar navigation={navigation} current={current} />
      <div className="shell-main">
        <Header current={current} onFind={() => setOver('palette')} onShowKeys={() => setOver('keys')} />
        <Main />
      </div>
      <TabBar navigation={navigation} current={current} />
      <Palette open={over === 'palette'} onClose={close} navigation={navigation} />
      <KeyHelp open={over === 'keys'} onClose={close} navigation={navigation} />
      <LeaveDialog />
      <Toaster />
    </div>
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
