import type { Module } from '../../platform/module.ts'
import { reportsRoutes } from './routes.ts'
import { pointsAt } from './store/points-at.ts'

export const reportsModule: Module = {
  name: 'reports',
  layer: 'records',
  dependsOn: ['units'],
  migrations: new URL('./migrations/', import.meta.url),
  messages: new URL('./', import.meta.url),
  // Reports are printed in public newspapers: whoever signs in may read them.
  permissions: {
    'reports.read': { officer: 'any', liaison: 'any', leader: 'any', statistician: 'any', auditor: 'any' },
    'reports.import': { officer: 'any' },
    'reports.accept': { officer: 'any' },
  },
  pointsAt,
  routes: reportsRoutes,
  emits: ['reports.statement-accepted', 'reports.statement-corrected', 'reports.statement-reopened'],
}
