import type { HttpApp } from '../../platform/module.ts'
import { definitionRoutes } from './routes/definitions.ts'
import { leagueRoutes } from './routes/league.ts'
import { vintageRoutes } from './routes/vintages.ts'

/** The HTTP routes of this module. */
export function indicatorsRoutes(app: HttpApp): void {
  definitionRoutes(app)
  vintageRoutes(app)
  leagueRoutes(app)
}
