import { Button } from '@mui/material'
import { Plus } from 'lucide-react'
import { useNavigate } from 'react-router'
import { RecordMenu, usePhone, useShortcut, useT, type SlotAction } from '@innoerp/sdk/ui'
import type { Project } from '../../shared/project.js'
import { projectForm } from '../forms.js'
import { MemberStack } from './member-stack.js'

export interface ProjectActionsProps {
  project: Project
  /** What other modules can do with the project. */
  more: readonly SlotAction[]
  /** Adds a task; absent for who may not. */
  onAdd?(): void
}

/** Members, what can be done with the project, and the page's primary: a new task. */
export function ProjectActions({ project, more, onAdd }: ProjectActionsProps) {
  const t = useT()
  const phone = usePhone()
  useShortcut(['c'], () => onAdd?.(), onAdd !== undefined)
  return (
    <>
      {!phone && <MemberStack projectId={project.id} />}
      <ProjectMenu project={project} more={more} />
      {onAdd && (
        <Button variant="contained" startIcon={<Plus size={16} />} onClick={onAdd}>
          {t('task.new')}
        </Button>
      )}
    </>
  )
}

function ProjectMenu({ project, more }: Pick<ProjectActionsProps, 'project' | 'more'>) {
  const navigate = useNavigate()
  return (
    <RecordMenu
      form={projectForm}
      record={project}
      title={project.name}
      permission="projects.manage"
      more={more}
      onDeleted={() => void navigate('/')}
    />
  )
}
