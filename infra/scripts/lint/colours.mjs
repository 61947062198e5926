import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lineOf, textsOf } from './imports.mjs'
import { sourcesOf } from './sources.mjs'

const HEX = /#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b/gi
const BROWSER_CODE = /^(sdk\/api\/src\/ui|shell\/src|plugins\/[\w-]+\/src\/ui)\//
const TEST = /\.test\.\w+$|\/test-[^/]+$/
const TOKENS = /\/tokens\.css$/

/**
 * Checks that colours are named once: hexadecimal colours stand in tokens.css and nowhere else in browser code.
 * @returns {{path: string, line: number, message: string}[]}
 */
export function checkColours(root) {
  const paths = sourcesOf(root, /\.(css|ts|tsx)$/).filter((path) => BROWSER_CODE.test(path) && !TEST.test(path) && !TOKENS.test(path))
  return paths.flatMap((path) => {
    const source = readFileSync(join(root, path), 'utf8')
    const parts = path.endsWith('.css') ? valuesOf(source) : textsOf(path, source)
    return parts.flatMap(({ text, line }) => [...text.matchAll(HEX)].map(([colour]) => ({ path, line, message: `the colour ${colour} belongs into tokens.css` })))
  })
}

/** The values of a stylesheet's declarations; a selector such as `#add` is no colour. */
function valuesOf(source) {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
  return [...code.matchAll(/:([^:;{}]*)(?=[;}])/g)].map((match) => ({ text: match[1], line: lineOf(code, match.index) }))
}
