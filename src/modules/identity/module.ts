import type { PermissionTable } from '../../kernel/permissions.ts'
import type { Module } from '../../platform/module.ts'
import { findSessionAccount } from './queries/find-session-account.ts'
import { findTokenHolder } from './queries/find-token-holder.ts'
import { identityRoutes } from './routes.ts'
import { findAccounts } from './store/accounts.ts'
import { findStandIns } from './store/delegations.ts'

/** Who may do what to accounts: no administrator holds another's part (docs/decisions/0025). */
const permissions: PermissionTable = {
  // An account with its roles at once: only whoever runs the installation, on the command line.
  'identity.create-account': {},
  'identity.list-accounts': { 'system-admin': 'any', 'security-admin': 'any', 'audit-admin': 'any' },
  'identity.manage-accounts': { 'system-admin': 'any' },
  'identity.grant-roles': { 'security-admin': 'any' },
  'identity.secure-accounts': { 'security-admin': 'any' },
  // Roles in other hands for the time of a leave: everybody their own, a superior for the people of the unit.
  'identity.delegate': { leader: 'own', 'security-admin': 'any' },
  'identity.end-sessions': { 'system-admin': 'any', 'security-admin': 'any' },
  'identity.confirm-changes': { 'system-admin': 'any', 'security-admin': 'any', 'audit-admin': 'any' },
}

export const identityModule: Module = {
  name: 'identity',
  layer: 'foundation',
  dependsOn: [],
  migrations: new URL('./migrations/', import.meta.url),
  messages: new URL('./', import.meta.url),
  permissions,
  emits: ['identity.password-reset'],
  routes: identityRoutes,
  findSessionAccount,
  findTokenHolder,
  findAccounts: (ctx, tx, query) => findAccounts(tx, ctx.clock.today(), query),
  findStandIns,
}
