import type { Module } from '../../platform/module.ts'
import { reviewsRoutes } from './routes.ts'
import { pointsAt } from './store/points-at.ts'

export const reviewsModule: Module = {
  name: 'reviews',
  layer: 'judgement',
  dependsOn: ['units', 'reports', 'indicators', 'ledger'],
  migrations: new URL('./migrations/', import.meta.url),
  messages: new URL('./', import.meta.url),
  permissions: {
    'reviews.read': { officer: 'any', liaison: 'own', leader: 'own', statistician: 'any', auditor: 'any' },
    'reviews.decide': { officer: 'any' },
    'reviews.check': { officer: 'any', statistician: 'any', liaison: 'any' },
    // Agenda, sheets, freezing, stages.
    'reviews.prepare': { officer: 'any' },
    // Notes and the speakers' clock while the meeting is held.
    'reviews.hold': { officer: 'any' },
    'reviews.template': { officer: 'any' },
  },
  pointsAt,
  routes: reviewsRoutes,
}
