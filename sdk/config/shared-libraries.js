/**
 * The libraries that exist once in the page: the shell builds them, the page's import map names them, and every module's build
 * leaves them alone. One list for all three.
 *
 * Where a library is listed with names, only those are in the page: the whole of it would cost every first visit more than all
 * modules together. A build must refuse any other name, since the browser would only say so at run time.
 */

const words = (text) => text.trim().split(/\s+/)

/** Library → the names that are in the page; `null`: all that it exports. */
export const SHARED_NAMES = {
  react: null,
  'react/jsx-runtime': null,
  'react/jsx-dev-runtime': null,
  'react-dom': null,
  'react-dom/client': null,
  '@emotion/react': null,
  '@emotion/styled': null,
  '@emotion/cache': null,
  // What a first page shows. The rest of MUI is `@innoerp/sdk/ui/mui`, which travels with the page that imports it.
  '@mui/material': words('Button ButtonBase InputAdornment OutlinedInput Typography'),
  '@mui/material/styles': words('ThemeProvider createTheme styled useTheme'),
  'single-spa': null,
  // No router: every root has the kit's, which guards unsaved input.
  'react-router': words(`
    Link NavLink Navigate Outlet Route Routes createSearchParams matchPath useHref useLocation useMatch useNavigate useOutletContext
    useParams useSearchParams
  `),
  '@tanstack/react-query': words(`
    QueryClient QueryClientProvider keepPreviousData queryOptions useInfiniteQuery useMutation useQuery useQueryClient
  `),
  '@innoerp/sdk/ui': null,
  '@innoerp/sdk/ui/auth': null,
  '@innoerp/sdk/ui/mui': null,
}

/** The import map's keys. */
export const SHARED_LIBRARIES = Object.keys(SHARED_NAMES)
