import { z } from 'zod'
import type { HttpApp } from '../../../platform/module.ts'
import { changeDefinition } from '../commands/define/change-definition.ts'
import { defineIndicator } from '../commands/define/define-indicator.ts'
import { checkFormulaText } from '../queries/check-formula-text.ts'
import { getIndicator } from '../queries/get-indicator.ts'
import { listIndicators } from '../queries/list-indicators.ts'
import { listMeasuredUnits } from '../queries/list-measured-units.ts'
import { CheckFormula, FormulaOutcome } from '../schema/formula-check.ts'
import { MeasuredUnitList } from '../schema/measured-unit.ts'
import {
  ChangeDefinition,
  DefineIndicator,
  IndicatorCode,
  IndicatorDetail,
  IndicatorPage,
  ListIndicators,
} from '../schema.ts'

const tags = ['indicators']
const params = z.object({ code: IndicatorCode })

/** What is measured, and by which definition. */
export function definitionRoutes(app: HttpApp): void {
  app.get(
    '/api/indicators',
    {
      config: { permission: 'indicators.read', reads: 'replica' },
      schema: {
        operationId: 'listIndicators',
        summary: 'Indicators as they are defined today, by code; by words of name, code and tags',
        tags,
        querystring: ListIndicators,
        response: { 200: IndicatorPage },
      },
    },
    ({ context, query }) => listIndicators(context, query),
  )

  app.post(
    '/api/indicators',
    {
      config: { permission: 'indicators.define' },
      schema: {
        operationId: 'defineIndicator',
        summary: 'Define an indicator',
        tags,
        body: DefineIndicator,
        response: { 201: IndicatorDetail },
      },
    },
    async ({ context, body }, reply) => reply.code(201).send(await defineIndicator(context, body)),
  )

  app.get(
    '/api/indicators/:code',
    {
      config: { permission: 'indicators.read', reads: 'replica' },
      schema: {
        operationId: 'getIndicator',
        summary: 'An indicator as it is defined today, with every earlier definition',
        tags,
        params,
        response: { 200: IndicatorDetail },
      },
    },
    ({ context, params }) => getIndicator(context, params.code),
  )

  app.patch(
    '/api/indicators/:code',
    {
      config: { permission: 'indicators.define' },
      schema: {
        operationId: 'changeDefinition',
        summary:
          'Change a definition from a day on, as a new version; what is counted otherwise breaks the series',
        tags,
        params,
        body: ChangeDefinition,
        response: { 200: IndicatorDetail },
      },
    },
    ({ context, params, body }) => changeDefinition(context, params.code, body),
  )

  app.post(
    '/api/formulas/check',
    {
      config: { permission: 'indicators.read' },
      schema: {
        operationId: 'checkFormula',
        summary: 'What a formula comes to, or everything that is wrong with it and where; changes nothing',
        tags,
        body: CheckFormula,
        response: { 200: FormulaOutcome },
      },
    },
    ({ context, body }) => checkFormulaText(context, body),
  )

  app.get(
    '/api/measured-units',
    {
      config: { permission: 'indicators.read', reads: 'replica' },
      schema: {
        operationId: 'listMeasuredUnits',
        summary: 'Everyone who can be measured: units of the register and others, with the numbers of tables',
        tags,
        response: { 200: MeasuredUnitList },
      },
    },
    ({ context }) => listMeasuredUnits(context),
  )
}
