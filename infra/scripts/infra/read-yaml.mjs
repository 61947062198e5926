import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from '../lib/root.mjs'

// The parser that core's Swagger brings: the checkout has no other use for one.
const ofSwagger = createRequire(createRequire(join(root, 'core/package.json')).resolve('@fastify/swagger'))
const { parseAllDocuments } = ofSwagger('yaml')

/** Every document of a YAML file of the checkout, with `<<` merged; tags that Compose alone knows are left out. */
export const readYaml = (file) => parseAllDocuments(readFileSync(join(root, file), 'utf8'), { merge: true, logLevel: 'silent' }).map((document) => document.toJS())
