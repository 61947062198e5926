import { Type, type Static } from '@sinclair/typebox'
import { Strict } from '../contract/schema.js'
import { canonicalJson } from './canonical-json.js'
import { PACKAGE_LIMITS } from './limits.js'
import type { PackageIdentity } from './package-manifest.js'

const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' })

/** Content of `innoerp.sig.json`: which files the package has, and who vouches for them. */
export const Signature = Strict({
  algorithm: Type.Literal('ed25519'),
  key_id: Type.String({ pattern: '^[0-9a-f]{16}$', description: 'See keyIdOf' }),
  files: Type.Record(Type.String(), Sha256, { maxProperties: PACKAGE_LIMITS.files, description: 'Path → SHA-256 of its bytes' }),
  signature: Type.String({ pattern: '^[A-Za-z0-9+/]{86}==$', description: 'Ed25519 over the signed text, base64' }),
})
export type Signature = Static<typeof Signature>

/** What is signed. Name and version stand in it, so that a signature says nothing about any other package or version. */
export const signedText = ({ name, version }: PackageIdentity, files: Record<string, string>): Buffer =>
  Buffer.from(canonicalJson({ name, version, files }), 'utf8')
