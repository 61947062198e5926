/** Bounds of a module package, for folders and tarballs alike: number of files, bytes unpacked, characters of a path. */
export const PACKAGE_LIMITS = { files: 5_000, bytes: 100 * 1024 * 1024, pathLength: 200 } as const

/** The file that holds a package's signature. It covers every file but itself. */
export const SIGNATURE_FILE = 'signature.json'
