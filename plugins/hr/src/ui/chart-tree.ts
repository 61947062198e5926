import type { ChartNode } from '../shared/structure.js'

/** Somebody and the people below them. */
export interface Branch {
  node: ChartNode
  below: readonly Branch[]
}

/** The tree of people who follow each other in the order of the chart: each right after whom they report to, one `depth` deeper. */
export function treeOf(nodes: readonly ChartNode[]): Branch[] {
  const top: Branch[] = []
  const path: { node: ChartNode; below: Branch[] }[] = []
  for (const node of nodes) {
    path.length = Math.min(path.length, node.depth)
    const branch = { node, below: [] }
    const above = path.at(-1)
    if (above) above.below.push(branch)
    else top.push(branch)
    path.push(branch)
  }
  return top
}

/** Who has people below them at this depth or deeper: those are folded at first. */
export const foldedFrom = (nodes: readonly ChartNode[], depth: number): ReadonlySet<string> =>
  new Set(nodes.filter((node) => node.depth >= depth && node.reports > 0).map(({ id }) => id))
