/** Bounds of a module package, for folders and tarballs alike: number of files, bytes unpacked, characters of a path. */
export const PACKAGE_LIMITS = { files: 5_000, bytes: 100 * 1024 * 1024, pathLength: 200 } as const

/** The file that holds a package's signature, beside `package.json`. It covers every file but itself. */
export const SIGNATURE_FILE = 'innoerp.sig.json'

/** The folder of a module package in which everything built lies. */
export const BUILD_FOLDER = 'build'

/** Where the parts of a built module lie below {@link BUILD_FOLDER}. */
export const BUILT = { server: 'server.js', migrations: 'migrations', ui: 'ui', uiIndex: 'ui.json', locales: 'locales' } as const
