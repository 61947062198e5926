import { Fragment, createElement, type ReactNode } from 'react'

export type RichTag = (content: ReactNode) => ReactNode
export type RichTags = Readonly<Record<string, RichTag>>

/** For `<b>…</b>`. */
export const BOLD: RichTags = { b: (content) => createElement('b', null, content) }

const TAG = /<(\w+)>(.*?)<\/\1>/gs

/**
 * Text with `<b>…</b>`-like marks as React nodes; marks without a function stay as they are. Marks do not nest.
 * `values` replace `{name}` after the marks were found: what a user wrote is never read as a mark.
 */
export function richText(text: string, tags: RichTags, fill: (part: string) => ReactNode = (part) => part): ReactNode {
  const nodes: ReactNode[] = []
  let at = 0
  for (const match of text.matchAll(TAG)) {
    const [whole, name = '', content = ''] = match
    const tag = tags[name]
    if (!tag) continue
    nodes.push(fill(text.slice(at, match.index)), tag(fill(content)))
    at = match.index + whole.length
  }
  nodes.push(fill(text.slice(at)))
  return createElement(Fragment, null, ...nodes)
}
