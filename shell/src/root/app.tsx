import { AppRouter, Frame } from '@innoerp/sdk/ui'
import { Layout } from './layout/layout'
import { ShellContext, type Shell } from './shell-context'

/** The frame with everything in it. */
export const App = ({ shell }: { shell: Shell }) => (
  <Frame host={shell.host}>
    <ShellContext value={shell}>
      <AppRouter basename="/">
        <Layout />
      </AppRouter>
    </ShellContext>
  </Frame>
)
