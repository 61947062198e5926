import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { Can, Card, FormDialog, IconButton, useT } from '@innoerp/sdk/ui'
import type { Project } from '../../shared/project.js'
import type { Task } from '../../shared/task.js'
import { taskFormOf } from '../forms.js'

/** What a task is about, in its author's words. */
export function DescriptionCard({ project, task }: { project: Project; task: Task }) {
  const t = useT()
  const [editing, setEditing] = useState(false)
  const edit = (
    <Can permission="projects.write">
      <IconButton small label={t('task.edit')} onClick={() => setEditing(true)}>
        <Pencil size={15} />
      </IconButton>
    </Can>
  )
  return (
    <Card title={t('field.description')} actions={edit}>
      <p className={task.description ? 'io-lines' : 'io-muted'} dir="auto">
        {task.description ?? t('task.noDescription')}
      </p>
      <FormDialog form={taskFormOf(project)} record={task} open={editing} onClose={() => setEditing(false)} />
    </Card>
  )
}
