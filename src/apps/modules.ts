import { identityModule } from '../modules/identity/module.ts'
import { inboxModule } from '../modules/inbox/module.ts'
import { indicatorsModule } from '../modules/indicators/module.ts'
import { ledgerModule } from '../modules/ledger/module.ts'
import { reportsModule } from '../modules/reports/module.ts'
import { reviewsModule } from '../modules/reviews/module.ts'
import { unitsModule } from '../modules/units/module.ts'
import type { Module } from '../platform/module.ts'

/** The rooms of the house, lower layers first: migrations run and routes register in this order. */
export const modules: readonly Module[] = [
  unitsModule,
  identityModule,
  inboxModule,
  reportsModule,
  ledgerModule,
  indicatorsModule,
  reviewsModule,
]
