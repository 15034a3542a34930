import { z } from 'zod'
import {
  type Cells,
  isProblem,
  observationOf,
  type ReadOutcome,
  type ReceivedObservation,
  type SdmxProblem,
} from './read-outcome.ts'

const Value = z.union([z.string(), z.number(), z.boolean(), z.null()])
const Values = z.array(z.union([Value, z.unknown()]))
const Component = z.object({
  id: z.string(),
  keyPosition: z.int().min(0).optional(),
  values: z
    .array(
      z
        .object({ id: z.string().optional(), value: Value.optional(), name: z.unknown().optional() })
        .nullable(),
    )
    .optional(),
})
const Components = z.array(Component).default([])
const Observations = z.record(z.string(), Values)

/** What is read of an SDMX-JSON data message; everything else in it is passed over. */
const Message = z.object({
  data: z.object({
    structures: z
      .array(
        z.object({
          dimensions: z.object({ dataSet: Components, series: Components, observation: Components }),
          measures: z.object({ observation: Components }).optional(),
          attributes: z
            .object({ dataSet: Components, series: Components, observation: Components })
            .partial()
            .optional(),
        }),
      )
      .min(1),
    dataSets: z
      .array(
        z.object({
          structure: z.int().min(0).default(0),
          action: z.string().default('Information'),
          attributes: Values.optional(),
          observations: Observations.optional(),
          series: z
            .record(
              z.string(),
              z.object({ attributes: Values.optional(), observations: Observations.optional() }),
            )
            .optional(),
        }),
      )
      .default([]),
  }),
})
type Component = z.infer<typeof Component>
type Structure = z.infer<typeof Message>['data']['structures'][number]
type DataSet = z.infer<typeof Message>['data']['dataSets'][number]

const KEPT = new Set(['FREQ', 'INDICATOR', 'REF_AREA', 'TIME_PERIOD'])

/**
 * An SDMX-JSON 2.0 data message, flat or in series, whose structure has `INDICATOR`, `REF_AREA` and `TIME_PERIOD`.
 * A dimension that we do not keep must have one value throughout.
 */
export function readSdmxJson(text: string): ReadOutcome {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    return refused({ code: 'indicators.sdmx-no-json', at: '', details: {} })
  }
  const message = Message.safeParse(given)
  if (!message.success) {
    const { path, message: reason } = message.error.issues[0]!
    return refused({
      code: 'indicators.sdmx-no-message',
      at: path.join('.'),
      details: { path: path.join('.'), reason },
    })
  }
  const { structures, dataSets } = message.data.data
  const observations: ReceivedObservation[] = []
  const problems: SdmxProblem[] = []
  for (const [index, dataSet] of dataSets.entries()) {
    const structure = structures[dataSet.structure]
    const refusal = structure ? whyUnreadable(structure) : lacking('structure')
    if (refusal) {
      problems.push({ ...refusal, at: `dataSets.${index}` })
      continue
    }
    for (const { cells, at } of cellsOf(structure!, dataSet)) {
      const found = observationOf(cells, at, { isDelete: dataSet.action === 'Delete' })
      if (isProblem(found)) problems.push(found)
      else observations.push(found)
    }
  }
  return { observations, problems }
}

const refused = (problem: SdmxProblem): ReadOutcome => ({ observations: [], problems: [problem] })

const lacking = (columns: string): SdmxProblem => ({
  code: 'indicators.sdmx-lacks-columns',
  at: '',
  details: { columns },
})

function whyUnreadable({ dimensions }: Structure): SdmxProblem | undefined {
  const all = [...dimensions.dataSet, ...dimensions.series, ...dimensions.observation]
  const missing = [...KEPT].filter((id) => id !== 'FREQ' && !all.some((dimension) => dimension.id === id))
  if (missing.length > 0) return lacking(missing.join(', '))
  const varying = all.find(({ id, values }) => !KEPT.has(id) && (values?.length ?? 0) > 1)
  if (!varying) return undefined
  const [one, other] = varying.values!.map((value) => String(value?.id ?? value?.value ?? ''))
  return {
    code: 'indicators.sdmx-dimension-varies',
    at: '',
    details: { dimension: varying.id, one: one!, other: other! },
  }
}

function* cellsOf(structure: Structure, dataSet: DataSet): Generator<{ cells: Cells; at: string }> {
  const { dimensions, measures, attributes } = structure
  const common = {
    ...read(
      dimensions.dataSet,
      dimensions.dataSet.map(() => 0),
    ),
    ...read(attributes?.dataSet ?? [], dataSet.attributes ?? []),
  }
  const measured = [
    ...(measures?.observation.length ? measures.observation : [{ id: 'OBS_VALUE' }]),
    ...(attributes?.observation ?? []),
  ]
  const entries = Object.entries(
    dataSet.series ?? { '': { observations: dataSet.observations, attributes: undefined } },
  )
  for (const [seriesKey, { attributes: given, observations = {} }] of entries) {
    const series = {
      ...common,
      ...read(dimensions.series, positions(seriesKey)),
      ...read(attributes?.series ?? [], given ?? []),
    }
    for (const [key, values] of Object.entries(observations)) {
      const cells = { ...series, ...read(dimensions.observation, positions(key)), ...read(measured, values) }
      yield { cells, at: seriesKey ? `${seriesKey}/${key}` : key }
    }
  }
}

const positions = (key: string) => (key === '' ? [] : key.split(':').map(Number))

/** Component ids with what stands at the given positions: a coded component gives a position, another the value itself. */
function read(components: readonly Component[], given: readonly unknown[]): Record<string, string> {
  const cells: Record<string, string> = {}
  for (const [index, { id, values }] of components.entries()) {
    const value = given[index]
    if (value === null || value === undefined) continue
    if (values?.length && typeof value === 'number') {
      const coded = values[value]
      cells[id] = String(coded?.id ?? coded?.value ?? '')
    } else cells[id] = String(value)
  }
  return cells
}
