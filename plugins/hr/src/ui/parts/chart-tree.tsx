import { ChevronRight } from 'lucide-react'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { Avatar, Card, IconButton, RecordName, useT } from '@innoerp/sdk/ui'
import type { ChartNode } from '../../shared/structure.js'
import { treeOf, type Branch } from '../chart-tree.js'
import { departmentKind } from '../kinds.js'
import styles from './chart-tree.module.css'

interface Folding {
  /** Whose people are not shown. */
  folded: ReadonlySet<string>
  onToggle(id: string): void
}

/** People as an indented tree; who leads others can be folded. */
export function ChartTree({ nodes, ...folding }: Folding & { nodes: readonly ChartNode[] }) {
  const branches = useMemo(() => treeOf(nodes), [nodes])
  return (
    <Card flush>
      <Branches branches={branches} {...folding} />
    </Card>
  )
}

const Branches = ({ branches, ...folding }: Folding & { branches: readonly Branch[] }) => (
  <ul className={styles.branches}>
    {branches.map((branch) => (
      <li key={branch.node.id}>
        <Person node={branch.node} {...folding} />
        {branch.below.length > 0 && !folding.folded.has(branch.node.id) && <Branches branches={branch.below} {...folding} />}
      </li>
    ))}
  </ul>
)

function Person({ node: { id, name, job_title, department_id, reports }, folded, onToggle }: Folding & { node: ChartNode }) {
  const t = useT()
  const isOpen = !folded.has(id)
  return (
    <div className={styles.person}>
      {reports > 0 ? (
        <IconButton small label={t('chart.reportsOf', { name })} aria-expanded={isOpen} className={styles.fold} onClick={() => onToggle(id)}>
          <ChevronRight size={16} aria-hidden />
        </IconButton>
      ) : (
        <span className={styles.leaf} aria-hidden />
      )}
      <Link className={styles.link} to={`/employees/${id}`}>
        <Avatar name={name} id={id} size={28} />
        <span className="io-col">
          <bdi className="io-trunc io-strong">{name}</bdi>
          {job_title && <span className="io-cap io-trunc">{job_title}</span>}
        </span>
      </Link>
      <span className={styles.department}>{department_id && <RecordName kind={departmentKind} id={department_id} />}</span>
      <span className={styles.reports}>{reports > 0 && reports}</span>
    </div>
  )
}
