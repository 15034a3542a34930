import { AGENCY, DATAFLOW, FREQUENCIES, type SdmxNames, type SdmxObservation, TIME } from './sdmx-data.ts'
import { idOfCode } from './sdmx-id.ts'
import { sdmxPeriod } from './sdmx-period.ts'

const SCHEMA = 'https://json.sdmx.org/2.1/sdmx-json-data-schema.json'

/** Both languages under their tags; the Chinese alone where no English is kept. */
const namesOf = (name: string, nameEn: string | null) => ({
  name,
  names: nameEn ? { 'zh-CN': name, en: nameEn } : { 'zh-CN': name },
})

/** The codes of a message, known before its values are. Periods are ours, `2024-01/2024-11`. */
export interface SdmxCodes {
  readonly indicators: readonly string[]
  readonly units: readonly string[]
  readonly periods: readonly string[]
}

/** What a message is called, when it was made (an instant) and by whom. */
export interface SdmxMessage {
  readonly id: string
  readonly prepared: string
  readonly sender: string
}

const END = '}}]}}'

/**
 * An SDMX-JSON 2.0 data message with series by frequency, unit and indicator, observations by period, in pieces: `head`,
 * then `series` as often as there are observations, all of one series together, then `tail`. Keeps codes only.
 */
export class SdmxJsonWriter {
  readonly head: string
  readonly tail = END
  readonly #names: SdmxNames
  readonly #frequencies: Positions
  readonly #units: Positions
  readonly #indicators: Positions
  readonly #times: Positions
  #hasSeries = false

  constructor(codes: SdmxCodes, names: SdmxNames, message: SdmxMessage) {
    const times = codes.periods.map(timeOf)
    this.#names = names
    this.#frequencies = new Positions(times.map(({ frequency }) => frequency))
    this.#units = new Positions(codes.units)
    this.#indicators = new Positions(codes.indicators)
    this.#times = new Positions(times.map(({ text }) => text))
    const positions = {
      frequencies: this.#frequencies.all,
      units: this.#units.all,
      indicators: this.#indicators.all,
      times: this.#times.all,
    }
    this.head = JSON.stringify(emptyMessage(positions, names, message)).slice(0, -END.length)
  }

  series(observations: Iterable<SdmxObservation>): string {
    const series = new Map<string, Record<string, (number | string | null)[]>>()
    const attributes = new Map<string, string | null>()
    for (const { indicator, unit, period, value, vintage, comment } of observations) {
      const { frequency, text } = timeOf(period)
      const key = [
        this.#frequencies.of(frequency),
        this.#units.of(unit),
        this.#indicators.of(indicator),
      ].join(':')
      let found = series.get(key)
      if (!found) {
        found = {}
        series.set(key, found)
        attributes.set(key, this.#names.indicators.get(indicator)?.unitOfMeasure ?? null)
      }
      const number = value === null ? null : Number(value)
      found[this.#times.of(text)] = [number, value === null ? 'M' : 'A', comment, vintage]
    }
    const written = [...series].map(
      ([key, each]) =>
        `"${key}":${JSON.stringify({ attributes: [attributes.get(key)!], observations: each })}`,
    )
    if (written.length === 0) return ''
    const before = this.#hasSeries ? ',' : ''
    this.#hasSeries = true
    return before + written.join(',')
  }
}

function timeOf(period: string): { frequency: string; text: string } {
  const time = sdmxPeriod(period)
  if (!time) throw new RangeError(`no period: ${period}`)
  return time
}

interface Codes {
  readonly frequencies: readonly string[]
  readonly units: readonly string[]
  readonly indicators: readonly string[]
  readonly times: readonly string[]
}

function emptyMessage(
  { frequencies, units, indicators, times }: Codes,
  names: SdmxNames,
  { id, prepared, sender }: SdmxMessage,
): unknown {
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
                frequencies.map((id) => ({
                  id,
                  ...namesOf(FREQUENCIES[id]!.name, FREQUENCIES[id]!.nameEn),
                })),
              ),
              dimension(
                'REF_AREA',
                1,
                units.map((id) => ({
                  id: idOfCode(id),
                  ...namesOf(names.units.get(id)?.name ?? id, names.units.get(id)?.nameEn ?? null),
                })),
              ),
              dimension(
                'INDICATOR',
                2,
                indicators.map((id) => ({
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
                  times.map((value) => ({ value })),
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
      dataSets: [{ structure: 0, action: 'Information', series: {} }],
    },
  }
}

/** Codes, each once, with their positions. */
class Positions {
  readonly #positions: ReadonlyMap<string, number>

  constructor(codes: readonly string[]) {
    this.#positions = new Map([...new Set(codes)].map((code, at) => [code, at]))
  }

  /** @throws RangeError for one that was not announced */
  of(code: string): number {
    const found = this.#positions.get(code)
    if (found === undefined) throw new RangeError(`not among the codes of the message: ${code}`)
    return found
  }

  get all(): string[] {
    return [...this.#positions.keys()]
  }
}
