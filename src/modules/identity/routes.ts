import type { HttpApp } from '../../platform/module.ts'
import { accountRoutes } from './routes/account-routes.ts'
import { leaveRoutes } from './routes/leave-routes.ts'
import { oidcRoutes } from './routes/oidc-routes.ts'
import { ownAccountRoutes } from './routes/own-account-routes.ts'
import { roleRoutes } from './routes/role-routes.ts'
import { secondFactorRoutes } from './routes/second-factor-routes.ts'
import { securitySettingsRoutes } from './routes/security-settings-routes.ts'
import { sessionRoutes } from './routes/session-routes.ts'
import { tokenRoutes } from './routes/token-routes.ts'

export function identityRoutes(app: HttpApp): void {
  sessionRoutes(app)
  oidcRoutes(app)
  ownAccountRoutes(app)
  secondFactorRoutes(app)
  tokenRoutes(app)
  accountRoutes(app)
  securitySettingsRoutes(app)
  roleRoutes(app)
  leaveRoutes(app)
}
