import type { Module } from '../../platform/module.ts'
import { findSessionAccount } from './queries/find-session-account.ts'
import { identityRoutes } from './routes.ts'
import { findAccounts } from './store.ts'

export const identityModule: Module = {
  name: 'identity',
  layer: 'foundation',
  dependsOn: [],
  migrations: new URL('./migrations/', import.meta.url),
  messages: new URL('./', import.meta.url),
  // No role of the city makes accounts: whoever runs the installation does, on the command line.
  permissions: { 'identity.create-account': {} },
  routes: identityRoutes,
  findSessionAccount,
  findAccounts,
}
