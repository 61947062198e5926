/** Tables of this module as its own statements name them. */
export const PROJECT = 'mod_projects.project'
export const MEMBER = 'mod_projects.project_member'
export const TASK = 'mod_projects.task'
