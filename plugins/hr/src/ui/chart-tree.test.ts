import { expect, test } from 'vitest'
import type { ChartNode } from '../shared/structure.js'
import { foldedFrom, treeOf, type Branch } from './chart-tree.js'

const node = (id: string, depth: number, reports = 0): ChartNode => ({ id, name: id, job_title: null, department_id: null, manager_id: null, depth, reports })
const NODES = [node('a', 0, 2), node('b', 1, 1), node('c', 2), node('d', 1), node('e', 0, 1), node('f', 1)]
const shape = ({ node: { id }, below }: Branch): unknown => (below.length > 0 ? [id, ...below.map(shape)] : id)

test('everybody stands below the nearest one before them who is one step higher', () => {
  expect(treeOf(NODES).map(shape)).toEqual([['a', ['b', 'c'], 'd'], ['e', 'f']])
  expect(treeOf([])).toEqual([])
})

test('at first, who leads others deep down is folded', () => {
  expect([...foldedFrom(NODES, 1)]).toEqual(['b'])
  expect([...foldedFrom(NODES, 0)]).toEqual(['a', 'b', 'e'])
})
