import { errorTable } from '@innoerp/sdk/contract'

/** Coded errors of this module; each says what to do next. */
export const errors = errorTable('PROJECTS', {
  CODE_TAKEN: ['conflict', 'Another project has the code {code}. Choose another code.'],
  RESTORE_CODE_TAKEN: ['conflict', 'Meanwhile another project took the code of this one. Change that code, then restore again.'],
  DATES: ['unprocessable', 'The project would end before it starts. Choose an end date on or after the start date.'],
  PLAN_LIMIT: ['payment_required', 'The plan of your organization holds {max} projects. Delete one, or ask for a larger plan.'],
  USER_NOT_ACTIVE: ['unprocessable', 'This person is not an active user of your organization. Choose somebody else or invite them first.'],
  ALREADY_MEMBER: ['conflict', 'This person is a member of the project already. Change their role instead.'],
  PARENT: ['unprocessable', 'The parent task is not in this project. Choose a task of the same project.'],
  PARENT_CYCLE: ['unprocessable', 'A task cannot stand below itself or below one of its own subtasks. Choose another parent task.'],
  PARENT_DELETED: ['conflict', 'The parent of this task is deleted. Restore the parent first.'],
  TWO_NEIGHBOURS: ['validation', 'Give before_id or after_id, not both.'],
  NEIGHBOUR: ['unprocessable', 'The task to stand next to is not in that column any more. Reload the board and move the task again.'],
})
