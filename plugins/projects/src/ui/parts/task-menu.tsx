import { Ban, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Can, FormDialog, IconButton, Menu, MenuItem, useT } from '@innoerp/sdk/ui'
import type { Project } from '../../shared/project.js'
import type { Task } from '../../shared/task.js'
import { taskFormOf } from '../forms.js'
import { useTaskActions } from '../use-task-actions.js'
import { isClosed } from '../words.js'

export interface TaskMenuProps {
  project: Project
  task: Task
  /** Called when the task is gone. */
  onDeleted?(): void
}

/** What can be done with a task besides changing its facts. */
export function TaskMenu({ project, task, onDeleted }: TaskMenuProps) {
  const t = useT()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [editing, setEditing] = useState(false)
  const actions = useTaskActions(project.id)
  const choose = (run: () => unknown) => () => {
    setAnchor(null)
    void run()
  }
  const remove = async () => {
    if (await actions.remove([task])) onDeleted?.()
  }
  return (
    <Can permission="projects.write">
      <IconButton
        small
        label={t('task.actions')}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Ellipsis size={16} />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem onClick={choose(() => setEditing(true))}>
          <Pencil size={16} aria-hidden />
          {t('task.edit')}
        </MenuItem>
        {!isClosed(task) && (
          <MenuItem onClick={choose(() => actions.moveTo([task], 'cancelled'))}>
            <Ban size={16} aria-hidden />
            {t('task.cancel')}
          </MenuItem>
        )}
        <MenuItem onClick={choose(remove)}>
          <Trash2 size={16} aria-hidden />
          {t('task.delete')}
        </MenuItem>
      </Menu>
      <FormDialog form={taskFormOf(project)} record={task} open={editing} onClose={() => setEditing(false)} />
    </Can>
  )
}
