/** Where the content of files lies. Keys are made by us: `<organization>/<two digits of the hash>/<hash>`. */
export interface ContentStore {
  put(key: string, content: Uint8Array): Promise<void>
  /** Undefined when there is nothing under the key. */
  get(key: string): Promise<Uint8Array | undefined>
  has(key: string): Promise<boolean>
  remove(key: string): Promise<void>
}
