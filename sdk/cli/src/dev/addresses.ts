/** Where the dev server's files are, below the shell's own address. */
export const PAGES = '/@innoerp-dev/'
/** Where the development builds of the shared libraries are. */
export const LIBRARIES = `${PAGES}@shared/`

/** The organization that is ready to work in. */
export const DEMO = 'demo'
