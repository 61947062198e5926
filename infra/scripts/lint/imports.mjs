import { parseSync } from 'vite'

const STATIC = new Set(['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'TSImportType'])

/**
 * Every module that a file names: static imports and re-exports, types included, and `import('…')` with a literal name.
 * @returns {{specifier: string, line: number, dynamic: boolean}[]}
 */
export function importsOf(path, source) {
  const { program, errors } = parseSync(path, source)
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0].message}`)
  const found = []
  visit(program, (node) => {
    const dynamic = node.type === 'ImportExpression'
    if (!dynamic && !STATIC.has(node.type)) return
    if (node.source?.type === 'Literal') found.push({ specifier: node.source.value, line: lineOf(source, node.start), dynamic })
  })
  return found
}

/** Every text that a file's code holds: string literals, template parts, JSX text. Comments are no part of it. */
export function textsOf(path, source) {
  const found = []
  visit(parseSync(path, source).program, (node) => {
    if (node.type === 'Literal' && typeof node.value === 'string') found.push({ text: node.value, line: lineOf(source, node.start) })
    if (node.type === 'TemplateElement') found.push({ text: node.value.raw, line: lineOf(source, node.start) })
    if (node.type === 'JSXText') found.push({ text: node.value, line: lineOf(source, node.start) })
  })
  return found
}

export const lineOf = (source, offset) => source.slice(0, offset).split('\n').length

function visit(node, see) {
  if (Array.isArray(node)) for (const child of node) visit(child, see)
  else if (node !== null && typeof node === 'object') {
    if (typeof node.type === 'string') see(node)
    for (const child of Object.values(node)) visit(child, see)
  }
}
