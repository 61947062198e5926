import { Suspense, lazy } from 'react'
import { usePublic } from './context'
import { NotFoundPage } from './not-found-page'
import { routeOf } from './route'
import { FindAddressPage } from './sign-in/find-address-page'
import { SignInPage } from './sign-in/sign-in-page'

const Joining = lazy(() => import('./joining'))
const Recovering = lazy(() => import('./recovering'))

export const PublicPage = () => (
  <Suspense>
    <Page />
  </Suspense>
)

function Page() {
  const { boot } = usePublic()
  const route = routeOf(boot, location)
  switch (route.page) {
    case 'sign-up':
    case 'accept-invitation':
      return <Joining route={route} />
    case 'forgot-password':
    case 'reset-password':
    case 'verify-email':
    case 'closed':
      return <Recovering route={route} />
    case 'find-address':
      return <FindAddressPage />
    case 'sign-in':
      return <SignInPage />
    case 'not-found':
      return <NotFoundPage />
  }
}
