import { AGENCY, DATAFLOW, FREQUENCIES, type SdmxNames, type SdmxObservation, TIME } from './sdmx-data.ts'
import { idOfCode } from './sdmx-id.ts'
import { sdmxPeriod } from './sdmx-period.ts'

const SCHEMA = 'https://json.sdmx.org/2.1/sdmx-json-data-schema.json'

/** Both languages under their tags; the Chinese alone where no English is kept. */
const namesOf = (name: string, nameEn: string | null) => ({
  name,
  names: nameEn ? { 'zh-CN': name, en: nameEn } : { 'zh-CN': name },
})

/**
 * An SDMX-JSON 2.0 data message with series by frequency, unit and indicator, observations by period. O(observations).
 * `prepared` is the instant of the message.
 */
export function writeSdmxJson(
  observations: Iterable<SdmxObservation>,
  names: SdmxNames,
  { id, prepared, sender }: { id: string; prepared: string; sender: string },
): unknown {
  const frequencies = new Positions()
  const units = new Positions()
  const indicators = new Positions()
  const times = new Positions()
  const series = new Map<
    string,
    { attributes: (string | null)[]; observations: Record<string, (number | string | null)[]> }
  >()
  for (const { indicator, unit, period, value, vintage, comment } of observations) {
    const time = sdmxPeriod(period)
    if (!time) throw new RangeError(`no period: ${period}`)
    const key = [frequencies.of(time.frequency), units.of(unit), indicators.of(indicator)].join(':')
    let found = series.get(key)
    if (!found) {
      found = { attributes: [names.indicators.get(indicator)?.unitOfMeasure ?? null], observations: {} }
      series.set(key, found)
    }
    found.observations[times.of(time.text)] = [
      value === null ? null : Number(value),
      value === null ? 'M' : 'A',
      comment,
      vintage,
    ]
  }
  const dimension = (id: string, keyPosition: number, values: readonly unknown[]) => ({
    id,
    name: id,
    keyPosition,
    ...(values.length > 0 && { values }),
  })
  const attribute = (id: string) => ({ id, name: id })
  return {
    $schema: SCHEMA,
    meta: {
      id,
      prepared,
      test: false,
      contentLanguages: ['zh-CN', 'en'],
      sender: { id: AGENCY, name: sender },
    },
    data: {
      structures: [
        {
          ...namesOf('城市指标', 'Indicators of the city'),
          dataSets: [0],
          links: [{ rel: 'dataflow', urn: `urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=${DATAFLOW}` }],
          dimensions: {
            dataSet: [],
            series: [
              dimension(
                'FREQ',
                0,
                frequencies.all.map((id) => ({
                  id,
                  ...namesOf(FREQUENCIES[id]!.name, FREQUENCIES[id]!.nameEn),
                })),
              ),
              dimension(
                'REF_AREA',
                1,
                units.all.map((id) => ({
                  id: idOfCode(id),
                  ...namesOf(names.units.get(id)?.name ?? id, names.units.get(id)?.nameEn ?? null),
                })),
              ),
              dimension(
                'INDICATOR',
                2,
                indicators.all.map((id) => ({
                  id: idOfCode(id),
                  ...namesOf(names.indicators.get(id)?.name ?? id, names.indicators.get(id)?.nameEn ?? null),
                })),
              ),
            ],
            observation: [
              {
                ...dimension(
                  TIME,
                  3,
                  times.all.map((value) => ({ value })),
                ),
                roles: [TIME],
              },
            ],
          },
          measures: { observation: [{ id: 'OBS_VALUE', name: 'OBS_VALUE' }] },
          attributes: {
            dataSet: [],
            series: [attribute('UNIT_MEASURE')],
            observation: ['OBS_STATUS', 'COMMENT_OBS', 'VINTAGE'].map(attribute),
          },
        },
      ],
      dataSets: [{ structure: 0, action: 'Information', series: Object.fromEntries(series) }],
    },
  }
}

/** Codes in the order in which they come, each with its position. */
class Positions {
  readonly #positions = new Map<string, number>()

  of(code: string): number {
    const found = this.#positions.get(code)
    if (found !== undefined) return found
    this.#positions.set(code, this.#positions.size)
    return this.#positions.size - 1
  }

  get all(): string[] {
    return [...this.#positions.keys()]
  }
}
