import type { HttpApp } from '../../platform/module.ts'
import { reportRoutes } from './routes/reports.ts'
import { statementRoutes } from './routes/statements.ts'

/** The HTTP routes of this module. */
export function reportsRoutes(app: HttpApp): void {
  reportRoutes(app)
  statementRoutes(app)
}
