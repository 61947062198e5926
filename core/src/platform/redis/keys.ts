const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/

/**
 * A key as it stands in Redis. In a Cluster the id in it, an organization's or a user's, is the hash tag, so that all keys of one
 * organization lie on one node.
 */
export const keyIn = (kind: 'plain' | 'sentinel' | 'cluster', key: string): string => (kind === 'cluster' ? key.replace(UUID, '{$&}') : key)
