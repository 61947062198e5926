import { crudRoutes, defineModule, importRoutes, port } from '@innoerp/sdk/server'
import { DepartmentList } from '../shared/department.js'
import { EmployeeList } from '../shared/employee.js'
import { EmployeeLookup } from '../shared/lookup.js'
import { createDepartmentRepository } from './department-repository.js'
import { createDepartmentService } from './department-service.js'
import { createEmployeeImport } from './employee-import.js'
import { createEmployeeRepository } from './employee-repository.js'
import { createEmployeeService } from './employee-service.js'
import { createStructure } from './structure.js'
import { createStructureReader } from './structure-reader.js'
import { structureRoutes } from './structure-routes.js'

const access = { read: 'hr.read', write: 'hr.write' }

export default defineModule({
  setup({ db, events, core }) {
    const structure = createStructure({ db, core })
    const departments = createDepartmentRepository(db)
    const employees = createEmployeeRepository(db)
    const departmentService = createDepartmentService({ departments, structure, events })
    const employeeService = createEmployeeService({ employees, structure, events })
    const employeeImport = createEmployeeImport({ employees, departments, structure, events })
    return {
      routes: async (app) => {
        await app.register(crudRoutes({ ...access, list: EmployeeList, service: employeeService }), { prefix: '/employees' })
        await app.register(importRoutes({ ...employeeImport, permission: 'hr.import' }), { prefix: '/employees/import' })
        await app.register(crudRoutes({ ...access, list: DepartmentList, service: departmentService }), { prefix: '/departments' })
        await app.register(structureRoutes({ structure: createStructureReader(db) }))
      },
      ports: { 'hr.employee.lookup': port({ input: EmployeeLookup, permission: 'hr.read' }, (ctx, input) => employees.lookup(ctx, input)) },
    }
  },
})
