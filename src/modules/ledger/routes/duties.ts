import { z } from 'zod'
import type { HttpApp } from '../../../platform/module.ts'
import { finishDuty } from '../commands/duties/finish-duty.ts'
import { signDuty } from '../commands/duties/sign-duty.ts'
import { waiveDuty } from '../commands/duties/waive-duty.ts'
import { FinishDuty, Item, WaiveDuty } from '../schema.ts'

const tags = ['ledger']
const params = z.object({ id: z.uuid(), unitId: z.uuid() })
const response = { 200: Item }

/** The parts of supporting units: signed and done by the unit, waived by the office. */
export function dutyRoutes(app: HttpApp): void {
  app.post(
    '/api/items/:id/duties/:unitId/sign',
    {
      config: { permission: 'ledger.work' },
      schema: {
        operationId: 'signDuty',
        summary: 'A supporting unit signs for its part',
        tags,
        params,
        response,
      },
    },
    ({ context, params: { id, unitId } }) => signDuty(context, id, unitId),
  )

  app.post(
    '/api/items/:id/duties/:unitId/finish',
    {
      config: { permission: 'ledger.work' },
      schema: {
        operationId: 'finishDuty',
        summary: 'A supporting unit tells that its part is done',
        tags,
        params,
        body: FinishDuty,
        response,
      },
    },
    ({ context, params: { id, unitId }, body }) => finishDuty(context, id, { ...body, unitId }),
  )

  app.post(
    '/api/items/:id/duties/:unitId/waive',
    {
      config: { permission: 'ledger.dispatch' },
      schema: {
        operationId: 'waiveDuty',
        summary: 'Release a supporting unit from its part',
        tags,
        params,
        body: WaiveDuty,
        response,
      },
    },
    ({ context, params: { id, unitId }, body }) => waiveDuty(context, id, { ...body, unitId }),
  )
}
