import type { HttpApp } from '../../platform/module.ts'
import { alertRoutes } from './routes/alerts.ts'
import { claimRoutes } from './routes/claims.ts'
import { definitionRoutes } from './routes/definitions.ts'
import { entryRoutes } from './routes/entry.ts'
import { fileRoutes } from './routes/files.ts'
import { leagueRoutes } from './routes/league.ts'
import { compositeRoutes } from './routes/leagues.ts'
import { publicationRoutes } from './routes/publications.ts'
import { sdmxRoutes } from './routes/sdmx.ts'
import { sheetRoutes } from './routes/sheets.ts'
import { targetRoutes } from './routes/targets.ts'
import { vintageRoutes } from './routes/vintages.ts'

/** The HTTP routes of this module. */
export function indicatorsRoutes(app: HttpApp): void {
  definitionRoutes(app)
  vintageRoutes(app)
  sheetRoutes(app)
  entryRoutes(app)
  leagueRoutes(app)
  compositeRoutes(app)
  targetRoutes(app)
  publicationRoutes(app)
  claimRoutes(app)
  alertRoutes(app)
  sdmxRoutes(app)
  fileRoutes(app)
}
