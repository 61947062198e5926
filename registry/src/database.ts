/** Values that a statement of the registry takes: what PostgreSQL stores without a codec. */
export type RegistryValue = string | number | boolean | null

/**
 * Runs one statement with `$1`-style parameters and gives its rows. Every column that the registry reads is text, an integer of at
 * most 32 bits or a boolean, so that the type parsers of the connection make no difference.
 */
export type RegistryQuery = <Row extends object>(text: string, values?: readonly RegistryValue[]) => Promise<Row[]>

/** The database as the registry needs it; the host implements it over its own pool. */
export interface RegistryDatabase {
  query: RegistryQuery
  /**
   * Runs `work` in one transaction at READ COMMITTED: committed when its promise resolves, rolled back when it rejects, and the
   * rejection passed on. `work` may be run again after a serialization failure.
   */
  transaction<T>(work: (query: RegistryQuery) => Promise<T>): Promise<T>
}
