import { z } from 'zod'
import type { HttpApp } from '../../../platform/module.ts'
import { publishReadings } from '../commands/publish/publish-readings.ts'
import { checkVintage } from '../queries/check-vintage.ts'
import { recentVintages, vintagesOf } from '../queries/vintages.ts'
import { CheckedVintage, IndicatorCode, PublishReadings, Vintage, Vintages } from '../schema.ts'

const tags = ['indicators']
const config = { permission: 'indicators.read' }

/** Publications of values. */
export function vintageRoutes(app: HttpApp): void {
  app.get(
    '/api/vintages',
    {
      config: { ...config, reads: 'replica' },
      schema: {
        operationId: 'listVintages',
        summary: 'The latest publications of values, newest first',
        tags,
        response: { 200: Vintages },
      },
    },
    ({ context }) => recentVintages(context),
  )

  app.post(
    '/api/vintages',
    {
      config: { permission: 'indicators.publish' },
      schema: {
        operationId: 'publishReadings',
        summary: 'Publish what was reported and verified, as the next vintage',
        tags,
        body: PublishReadings,
        response: { 201: Vintage },
      },
    },
    async ({ context, body }, reply) => reply.code(201).send(await publishReadings(context, body)),
  )

  app.get(
    '/api/vintages/:number/check',
    {
      config,
      schema: {
        operationId: 'checkVintage',
        summary: 'Whether a vintage still is what was published: its content hashed again',
        tags,
        params: z.object({ number: z.coerce.number().int().min(1).max(2_000_000_000) }),
        response: { 200: CheckedVintage },
      },
    },
    ({ context, params }) => checkVintage(context, params.number),
  )

  app.get(
    '/api/indicators/:code/vintages',
    {
      config: { ...config, reads: 'replica' },
      schema: {
        operationId: 'listIndicatorVintages',
        summary: 'The publications that hold values of an indicator, the first one first',
        tags,
        params: z.object({ code: IndicatorCode }),
        response: { 200: Vintages },
      },
    },
    ({ context, params }) => vintagesOf(context, params.code),
  )
}
