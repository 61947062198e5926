import { crudRoutes, defineModule } from '@innoerp/sdk/server'
import { ProjectList } from '../shared/project.js'
import { requireActiveOf } from './active-people.js'
import { createCommentRepository } from './comment-repository.js'
import { commentRoutes } from './comment-routes.js'
import { createCommentService } from './comment-service.js'
import { createMemberRepository } from './member-repository.js'
import { memberRoutes } from './member-routes.js'
import { createMemberService } from './member-service.js'
import { createProjectRepository } from './project-repository.js'
import { createProjectService } from './project-service.js'
import { createPlaces } from './task-place.js'
import { relationshipsPort } from './relationships.js'
import { createTaskRepository } from './task-repository.js'
import { taskRoutes } from './task-routes.js'
import { createTaskService } from './task-service.js'
import { requireParentOf } from './task-tree.js'

export default defineModule({
  setup({ db, events, core }) {
    const requireActive = requireActiveOf(core)
    const projects = createProjectRepository(db)
    const tasks = createTaskRepository(db)
    const services = {
      projects: createProjectService({ projects, core, events }),
      members: createMemberService({ projects, members: createMemberRepository(db), requireActive, events }),
      tasks: createTaskService({ projects, tasks, places: createPlaces(db), requireParent: requireParentOf(db), requireActive, events }),
      comments: createCommentService({ comments: createCommentRepository(db), tasks, events }),
    }
    return {
      ports: { 'projects.relationships': relationshipsPort(db), 'projects.usage': async (ctx) => ({ projects: await projects.count(ctx) }) },
      routes: async (app) => {
        await app.register(crudRoutes({ list: ProjectList, service: services.projects, read: 'projects.read', write: 'projects.manage' }))
        for (const routes of [memberRoutes, taskRoutes, commentRoutes]) await app.register(routes(services))
      },
    }
  },
})
