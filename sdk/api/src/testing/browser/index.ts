/** `@innoerp/sdk/testing/browser`: a module's pages in a real browser, with vitest and playwright-core. */
export { atRest } from './at-rest.js'
export { findings } from './findings.js'
export { oneBrowser, PHONE, signedIn, type SignIn, type WatchedPage } from './signed-in.js'
export { problemsOnPhone, type PageToSee } from './problems-on-phone.js'
