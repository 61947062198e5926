import { AwsClient } from 'aws4fetch'
import { fileErrors } from './errors.js'
import type { ContentStore } from './content-store.js'

/** A bucket of an S3-compatible store, addressed by path. */
export interface S3Settings {
  /** `https://s3.eu-central-1.amazonaws.com`, `http://minio:9000` */
  endpoint: string
  bucket: string
  region: string
  accessKey: string
  secretKey: string
}

const TIMEOUT_MS = 30_000
const RETRIES = 2

/** Content in a bucket; requests are signed with AWS signature version 4. */
export function createS3Store({ endpoint, bucket, region, accessKey, secretKey }: S3Settings): ContentStore {
  const client = new AwsClient({ accessKeyId: accessKey, secretAccessKey: secretKey, region, service: 's3', retries: RETRIES })
  const base = `${endpoint.replace(/\/$/, '')}/${bucket}`
  /** Undefined for a 404. */
  const ask = async (method: string, key: string, body?: Uint8Array): Promise<Response | undefined> => {
    const init = { method, signal: AbortSignal.timeout(TIMEOUT_MS), ...(body && { body: Buffer.from(body) }) }
    const response = await client.fetch(`${base}/${key}`, init).catch(() => undefined)
    if (response?.status === 404) return undefined
    if (!response?.ok) throw fileErrors.STORE()
    return response
  }
  return {
    put: async (key, content) => void (await ask('PUT', key, content)),
    get: async (key) => {
      const response = await ask('GET', key)
      return response && new Uint8Array(await response.arrayBuffer())
    },
    has: async (key) => (await ask('HEAD', key)) !== undefined,
    remove: async (key) => void (await ask('DELETE', key)),
  }
}
