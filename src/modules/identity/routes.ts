import type { HttpApp } from '../../platform/module.ts'
import { ownAccountRoutes } from './routes/own-account-routes.ts'
import { secondFactorRoutes } from './routes/second-factor-routes.ts'
import { sessionRoutes } from './routes/session-routes.ts'

export function identityRoutes(app: HttpApp): void {
  sessionRoutes(app)
  ownAccountRoutes(app)
  secondFactorRoutes(app)
}
