import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { root } from '../lib/root.mjs'

/** Every document of a YAML file of the checkout, with `<<` merged; tags that Compose alone knows are left out. */
export const readYaml = (file) => parseAllDocuments(readFileSync(join(root, file), 'utf8'), { merge: true, logLevel: 'silent' }).map((document) => document.toJS())
