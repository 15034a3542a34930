import type { HttpApp } from '../../platform/module.ts'
import { accountRoutes } from './routes/account-routes.ts'
import { ownAccountRoutes } from './routes/own-account-routes.ts'
import { secondFactorRoutes } from './routes/second-factor-routes.ts'
import { securitySettingsRoutes } from './routes/security-settings-routes.ts'
import { sessionRoutes } from './routes/session-routes.ts'

export function identityRoutes(app: HttpApp): void {
  sessionRoutes(app)
  ownAccountRoutes(app)
  secondFactorRoutes(app)
  accountRoutes(app)
  securitySettingsRoutes(app)
}
