import { AppRouter, Frame } from '@innoerp/sdk/ui'
import { Layout } from './layout/layout'
import { PAGES } from './page-table'
import { ShellContext, type Shell } from './shell-context'

/** The frame with everything in it. */
export const App = ({ shell }: { shell: Shell }) => (
  <Frame host={shell.host} labels={PAGES}>
    <ShellContext value={shell}>
      <AppRouter basename="/">
        <Layout />
      </AppRouter>
    </ShellContext>
  </Frame>
)
