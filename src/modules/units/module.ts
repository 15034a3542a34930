import type { Module } from '../../platform/module.ts'
import { unitsRoutes } from './routes.ts'
import { subtreeUnitIds, unitIdsAbove } from './store/subtree.ts'

export const unitsModule: Module = {
  name: 'units',
  layer: 'foundation',
  dependsOn: [],
  migrations: new URL('./migrations/', import.meta.url),
  messages: new URL('./', import.meta.url),
  permissions: {
    'units.read': {
      officer: 'any',
      liaison: 'any',
      leader: 'any',
      statistician: 'any',
      auditor: 'any',
      // An account is given its unit.
      'system-admin': 'any',
      'security-admin': 'any',
      'audit-admin': 'any',
    },
    // No role: packs are loaded by the installation itself.
    'units.load': {},
  },
  routes: unitsRoutes,
  unitSubtree: subtreeUnitIds,
  unitsAbove: unitIdsAbove,
}
