import type { Module } from '../../platform/module.ts'
import { watchIndicators } from './alerts/watch.ts'
import { WATCH_JOB } from './alerts/watch-job.ts'
import { ALERT_TO_LEDGER } from './commands/alerts/settle-alert.ts'
import {
  followCorrectedClaim,
  keepAcceptedClaim,
  withdrawReopenedClaim,
} from './commands/claims/keep-claims.ts'
import { indicatorsRoutes } from './routes.ts'
import { importIndicatorSheet, SHEET_JOB } from './sheet/sheet-job.ts'
import { pointsAt } from './store/points-at.ts'

export const indicatorsModule: Module = {
  name: 'indicators',
  layer: 'records',
  dependsOn: ['units', 'inbox'],
  migrations: new URL('./migrations/', import.meta.url),
  messages: new URL('./', import.meta.url),
  permissions: {
    // What is published is public in the city; what a unit has only reported is seen by `indicators.report`.
    'indicators.read': { officer: 'any', liaison: 'any', leader: 'any', statistician: 'any', auditor: 'any' },
    'indicators.define': { statistician: 'any' },
    'indicators.import': { statistician: 'any' },
    'indicators.publish': { statistician: 'any' },
    'indicators.freeze': { statistician: 'any' },
    'indicators.score': { statistician: 'any', leader: 'any' },
    'indicators.verify': { statistician: 'any' },
    'indicators.target': { statistician: 'any', officer: 'any' },
    'indicators.report': { liaison: 'own', statistician: 'any' },
    'indicators.check-claims': { officer: 'any', statistician: 'any' },
    'indicators.alert': { officer: 'any', statistician: 'any' },
  },
  pointsAt,
  routes: indicatorsRoutes,
  jobs: { [SHEET_JOB]: importIndicatorSheet, [WATCH_JOB]: watchIndicators },
  // What was due yesterday is missing this morning; publications bring their own job.
  crons: [{ job: WATCH_JOB, pattern: '15 7 * * *' }],
  emits: [ALERT_TO_LEDGER],
  on: {
    'reports.statement-accepted': keepAcceptedClaim,
    'reports.statement-corrected': followCorrectedClaim,
    'reports.statement-reopened': withdrawReopenedClaim,
  },
}
