import { z } from 'zod'
import type { HttpApp } from '../../platform/module.ts'
import { getMap } from './queries/get-map.ts'
import { getUnit } from './queries/get-unit.ts'
import { listUnits } from './queries/list-units.ts'
import { resolveName } from './queries/resolve-name.ts'
import { Cohort, NameResolution, ResolveName, Unit, UnitMap } from './schema.ts'

const tags = ['units']
const config = { permission: 'units.read' }

/** The HTTP routes of this module. */
export function unitsRoutes(app: HttpApp): void {
  app.get(
    '/api/units',
    {
      config: { ...config, reads: 'replica' },
      schema: {
        operationId: 'listUnits',
        summary: 'The register of units, of every time or as of a day',
        tags,
        querystring: z.object({ asOf: z.iso.date().optional() }),
        response: { 200: z.object({ units: z.array(Unit), cohorts: z.array(Cohort) }) },
      },
    },
    ({ context, query }) => listUnits(context, query),
  )

  app.get(
    '/api/units/resolve',
    {
      config,
      schema: {
        operationId: 'resolveUnitName',
        summary: 'What a name in a text means as of a day',
        tags,
        querystring: ResolveName,
        response: { 200: NameResolution },
      },
    },
    ({ context, query }) => resolveName(context, query),
  )

  app.get(
    '/api/units/map',
    {
      config: { ...config, reads: 'replica' },
      schema: {
        operationId: 'getUnitMap',
        summary: 'Outlines of the units that are valid on a day',
        tags,
        querystring: z.object({ asOf: z.iso.date().optional() }),
        response: { 200: UnitMap },
      },
    },
    ({ context, query }) => getMap(context, query),
  )

  app.get(
    '/api/units/:id',
    {
      config,
      schema: {
        operationId: 'getUnit',
        summary: 'One unit with its names, cohorts and validity',
        tags,
        params: z.object({ id: z.uuid() }),
        response: { 200: Unit },
      },
    },
    ({ context, params }) => getUnit(context, params.id),
  )
}
