// Turns API Extractor's model of a subpath of the SDK into a page that people read.

/** Kinds in the order of the page, with their headings. */
const KINDS = { Function: 'Functions', Class: 'Classes', Interface: 'Interfaces', TypeAlias: 'Types', Variable: 'Values', Namespace: 'Namespaces' }

/** The page of one subpath: every public name with its text and its signature. */
export function renderApiPage(subpath, model) {
  const members = model.members[0].members
  const parts = Object.entries(KINDS).flatMap(([kind, heading]) => {
    const found = members.filter((member) => member.kind === kind).sort((a, b) => a.name.localeCompare(b.name))
    return found.length === 0 ? [] : [`## ${heading}`, ...found.map(renderName)]
  })
  return [`# @innoerp/sdk/${subpath}`, 'Made of the sources by `node infra/scripts/docs/api-report.mjs`.', ...parts, ''].join('\n\n')
}

function renderName(member) {
  const { text, tags } = readComment(member.docComment)
  const members = (member.members ?? []).filter(({ docComment }) => readComment(docComment).text !== '').map(renderMember)
  return [`### ${member.name}`, ...(text ? [text] : []), ...tags, fenced(signature(member)), ...(members.length > 0 ? [members.join('\n')] : [])].join('\n\n')
}

function renderMember(member) {
  const { text, tags } = readComment(member.docComment)
  const line = [text, ...tags.filter((tag) => !tag.includes('```'))].join(' ').replaceAll(/\s+/g, ' ')
  return `- \`${signature(member).replaceAll(/\s+/g, ' ')}\`: ${line}`
}

const signature = ({ excerptTokens }) => excerptTokens.map(({ text }) => text).join('').trim()
const fenced = (code) => `\`\`\`ts\n${code}\n\`\`\``

/** A TSDoc comment as markdown: its text, and its tags in the order in which they stand. */
export function readComment(comment = '') {
  const plain = comment.replace(/^\/\*\*/, '').replace(/\*\/\s*$/, '').replaceAll(/^[ \t]*\* ?/gm, '').trim()
  const [text = '', ...tags] = plain.replaceAll(/\{@link ([^}|]+)(\|[^}]*)?\}/g, '`$1`').split(/(?:^|\s)(?=@(?:throws|returns|param|example|since|deprecated|remarks)\b)/)
  return { text: text.trim(), tags: tags.map(renderTag) }
}

const TAGS = { throws: 'Throws', returns: 'Returns', since: 'Since', deprecated: 'Deprecated:', remarks: '' }

function renderTag(tag) {
  const [, name, body] = /^@(\w+)\s*([\s\S]*)$/.exec(tag)
  if (name === 'example') return body.includes('```') ? body.trim() : fenced(body.trim())
  if (name === 'param') return body.trim().replace(/^(\S+)\s*-?\s*/, '- `$1`: ')
  return `${TAGS[name]} ${body.trim()}`.trim()
}
