import type { Module } from '../../platform/module.ts'
import { loadClockFacts } from './clock-facts.ts'
import { endFeedsOf } from './commands/calendar-feed/end-feeds-of.ts'
import { enterAcceptedTask } from './commands/enter-accepted-task.ts'
import { enterAlertItem } from './commands/enter-alert-item.ts'
import { followCorrectedTask } from './commands/follow-corrected-task.ts'
import { settleClosed } from './commands/settle-closed.ts'
import { withdrawReopenedTask } from './commands/withdraw-reopened-task.ts'
import { remind } from './reminders/remind.ts'
import { ledgerRoutes } from './routes.ts'
import { importSheet } from './sheet/import-job.ts'
import { pointsAt } from './store/points-at.ts'

export const ledgerModule: Module = {
  name: 'ledger',
  layer: 'records',
  dependsOn: ['units', 'inbox'],
  migrations: new URL('./migrations/', import.meta.url),
  messages: new URL('./', import.meta.url),
  permissions: {
    'ledger.read': { officer: 'any', liaison: 'own', leader: 'own', statistician: 'any', auditor: 'any' },
    'ledger.create': { officer: 'any' },
    'ledger.correct': { officer: 'any' },
    // Review, dispatch, recall, suspend, withdraw, press.
    'ledger.dispatch': { officer: 'any' },
    // What the responsible unit does: sign, decline, report, hand in evidence, ask for an extension.
    'ledger.work': { officer: 'any', liaison: 'own' },
    'ledger.verify': { officer: 'any' },
    // Deadlines move only by approval, never by whoever asked.
    'ledger.approve': { officer: 'any', leader: 'own' },
    'ledger.configure': { officer: 'any' },
    'ledger.import': { officer: 'any' },
  },
  routes: ledgerRoutes,
  jobs: { 'ledger.remind': remind, 'ledger.import-sheet': importSheet, 'ledger.settle-closed': settleClosed },
  // Before the office opens, and again for what was dispatched or entered since.
  crons: [
    { job: 'ledger.remind', pattern: '30 6,9,12,15 * * *' },
    { job: 'ledger.settle-closed', pattern: '10 2 * * *' },
  ],
  pointsAt,
  workingCalendar: async (ctx, tx) => (await loadClockFacts(ctx, tx)).calendar,
  on: {
    'identity.password-reset': endFeedsOf,
    'reports.statement-accepted': enterAcceptedTask,
    'reports.statement-corrected': followCorrectedTask,
    'reports.statement-reopened': withdrawReopenedTask,
    'indicators.alert-to-ledger': enterAlertItem,
  },
}
