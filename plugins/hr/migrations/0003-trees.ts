import { migration } from '@innoerp/sdk/server'

export default migration({
  expand: (schema) => {
    schema.tree('department', 'parent_id')
    schema.tree('employee', 'manager_id')
  },
  down: (schema) => {
    schema.dropTree('employee')
    schema.dropTree('department')
  },
})
