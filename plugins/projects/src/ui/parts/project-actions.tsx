import { Button } from '@mui/material'
import { Ellipsis, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import {
  errorText,
  FormDialog,
  IconButton,
  Menu,
  MenuItem,
  useCan,
  usePhone,
  useRemove,
  useRestore,
  useShortcut,
  useT,
  useToast,
} from '@innoerp/sdk/ui'
import type { Project } from '../../shared/project.js'
import { projectForm } from '../forms.js'
import { projects } from '../projects-api.js'
import { MemberStack } from './member-stack.js'

export interface ProjectActionsProps {
  project: Project
  /** Adds a task; absent for who may not. */
  onAdd?(): void
}

/** Members, what can be done with the project, and the page's primary: a new task. */
export function ProjectActions({ project, onAdd }: ProjectActionsProps) {
  const t = useT()
  const canManage = useCan('projects.manage')
  const phone = usePhone()
  useShortcut(['c'], () => onAdd?.(), onAdd !== undefined)
  return (
    <>
      {!phone && <MemberStack projectId={project.id} />}
      {canManage && <ProjectMenu project={project} />}
      {onAdd && (
        <Button variant="contained" startIcon={<Plus size={16} />} onClick={onAdd}>
          {t('task.new')}
        </Button>
      )}
    </>
  )
}

function ProjectMenu({ project }: { project: Project }) {
  const t = useT()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [editing, setEditing] = useState(false)
  const remove = useRemoveProject(project)
  const choose = (run: () => void) => () => {
    setAnchor(null)
    run()
  }
  return (
    <>
      <IconButton
        label={t('action.moreActions')}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Ellipsis size={16} />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem onClick={choose(() => setEditing(true))}>
          <Pencil size={16} aria-hidden />
          {t('project.edit')}
        </MenuItem>
        <MenuItem onClick={choose(remove)}>
          <Trash2 size={16} aria-hidden />
          {t('project.delete')}
        </MenuItem>
      </Menu>
      <FormDialog form={projectForm} record={project} open={editing} onClose={() => setEditing(false)} />
    </>
  )
}

/** Deletes the project, goes to the list, and offers to take it back. */
function useRemoveProject(project: Project): () => void {
  const t = useT()
  const toast = useToast()
  const navigate = useNavigate()
  const restore = useRestore(projects)
  const remove = useRemove(projects, {
    onDone: () => {
      void navigate('/')
      toast({ text: t('project.deletedOne', { name: project.name }), undo: () => restore.mutateAsync([project.id]) })
    },
  })
  return () => remove.mutate([project.id], { onError: (error) => toast({ text: errorText(t, error), tone: 'error' }) })
}
