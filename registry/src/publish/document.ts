import { createHash } from 'node:crypto'
import { Type, type Static } from '@sinclair/typebox'
import ssri from 'ssri'
import { errors } from '../errors.js'
import { isTag, isVersion } from '../names.js'

const Dist = Type.Object({
  integrity: Type.String({ maxLength: 1000, description: 'Subresource Integrity; holds a SHA-512' }),
  shasum: Type.String({ pattern: '^[0-9a-f]{40}$', description: 'SHA-1 in hex' }),
})

const Attachment = Type.Object({
  data: Type.String({ description: 'The tarball in base64' }),
  length: Type.Optional(Type.Integer({ minimum: 0, description: 'Bytes of the tarball' })),
})

const VersionPart = Type.Object({
  name: Type.Optional(Type.String({ maxLength: 214 })),
  version: Type.Optional(Type.String({ maxLength: 256 })),
  dist: Type.Optional(Type.Partial(Dist)),
  deprecated: Type.Optional(Type.String({ maxLength: 1000, pattern: '^[^\\u0000]*$' })),
})

/** What npm sends with PUT. Clients add fields of their own; what is not named here is not read. */
export const PackageDocument = Type.Object({
  name: Type.String({ maxLength: 214 }),
  _rev: Type.Optional(Type.String({ maxLength: 100 })),
  'dist-tags': Type.Optional(Type.Record(Type.String(), Type.String({ maxLength: 256 }), { maxProperties: 20 })),
  versions: Type.Record(Type.String(), VersionPart, { minProperties: 1 }),
  _attachments: Type.Optional(Type.Record(Type.String(), Attachment, { maxProperties: 2 })),
})
export type PackageDocument = Static<typeof PackageDocument>

/** One version as its publisher presents it: the bytes are those that its hashes speak of. */
export interface Publication {
  name: string
  version: string
  tags: string[]
  bytes: Buffer
  /** `sha512-…` of the bytes. */
  integrity: string
  /** SHA-1 of the bytes in hex. */
  shasum: string
}

const refusal = (reason: string) => errors.DOCUMENT_INVALID({ values: { reason } })

/** True for a document that brings a tarball; one without changes what is told of versions that are there. */
export const bringsTarball = ({ _attachments = {} }: PackageDocument): boolean => Object.keys(_attachments).length > 0

/**
 * Reads a document that publishes a version.
 *
 * @param maxBytes of the tarball
 * @throws REGISTRY_DOCUMENT_INVALID, REGISTRY_VERSION_INVALID, REGISTRY_TAG_INVALID, REGISTRY_TARBALL_TOO_LARGE,
 *   REGISTRY_INTEGRITY_MISMATCH
 */
export function readPublication(document: PackageDocument, maxBytes: number): Publication {
  const { name, versions, _attachments = {} } = document
  const [version, ...moreVersions] = Object.keys(versions)
  if (version === undefined || moreVersions.length > 0) throw refusal('it does not hold exactly one version')
  if (!isVersion(version)) throw errors.VERSION_INVALID({ values: { version: version.slice(0, 80) } })
  const said = versions[version]
  if (said?.name !== name || said.version !== version) throw refusal(`the version does not call itself ${name}@${version}`)
  const [attachment, ...moreAttachments] = Object.values(_attachments)
  if (!attachment || moreAttachments.length > 0) throw refusal('it does not hold exactly one attachment, the tarball')
  const tags = tagsOf(document, version)
  const bytes = bytesOf(attachment, maxBytes)
  return { name, version, tags, bytes, ...checkedHashes(bytes, said.dist ?? {}) }
}

function tagsOf({ 'dist-tags': tags = {} }: PackageDocument, version: string): string[] {
  for (const [tag, target] of Object.entries(tags)) {
    if (!isTag(tag)) throw errors.TAG_INVALID({ values: { tag: tag.slice(0, 80) } })
    if (target !== version) throw refusal(`its dist-tag ${tag} names another version`)
  }
  return Object.keys(tags)
}

function bytesOf({ data, length }: Static<typeof Attachment>, maxBytes: number): Buffer {
  if (data.length > Math.ceil(maxBytes / 3) * 4)
    throw errors.TARBALL_TOO_LARGE({ values: { reason: `it has more than ${maxBytes} bytes` } })
  const bytes = Buffer.from(data, 'base64')
  // Encoding once more finds every departure from base64, in a seventh of the time that a pattern takes for a large tarball.
  if (bytes.length === 0 || bytes.toString('base64') !== data) throw refusal('its attachment is not base64')
  if (bytes.length > maxBytes) throw errors.TARBALL_TOO_LARGE({ values: { reason: `it has more than ${maxBytes} bytes` } })
  if (length !== undefined && length !== bytes.length) throw refusal('its attachment is not as long as it says')
  return bytes
}

function checkedHashes(bytes: Buffer, dist: Partial<Static<typeof Dist>>): { integrity: string; shasum: string } {
  const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`
  const shasum = createHash('sha1').update(bytes).digest('hex')
  const said = (dist.integrity && ssri.parse(dist.integrity, { strict: true })?.sha512) || []
  if (said.length === 0) throw refusal('it states no sha512 integrity')
  if (said.some(({ digest }) => `sha512-${digest}` !== integrity)) throw errors.INTEGRITY_MISMATCH({ values: { algorithm: 'integrity' } })
  if (dist.shasum === undefined) throw refusal('it states no shasum')
  if (dist.shasum !== shasum) throw errors.INTEGRITY_MISMATCH({ values: { algorithm: 'shasum' } })
  return { integrity, shasum }
}
