/** Library → the names that are in the page; `null`: all that it exports. */
export declare const SHARED_NAMES: Readonly<Record<string, readonly string[] | null>>
/** The import map's keys. */
export declare const SHARED_LIBRARIES: readonly string[]
