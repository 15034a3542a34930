import { existsSync, readFileSync } from 'node:fs'
import { Ajv2019 } from 'ajv/dist/2019.js'
import formats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSdmxCsv } from './read-sdmx-csv.ts'
import { readSdmxJson } from './read-sdmx-json.ts'
import type { SdmxNames, SdmxObservation } from './sdmx-data.ts'
import { periodOfSdmx, sdmxPeriod } from './sdmx-period.ts'
import { writeSdmxCsv } from './write-sdmx-csv.ts'
import { SdmxJsonWriter, type SdmxMessage } from './write-sdmx-json.ts'
import { writeSdmxStructure } from './write-sdmx-structure.ts'

const official = new URL('../../../../../../shared/data/sdmx-json/', import.meta.url)
const isOfficialHere = existsSync(official)

const names: SdmxNames = {
  indicators: new Map([
    ['gdp', { name: '地区生产总值', nameEn: 'GDP', unitOfMeasure: '亿元' }],
    ['gdp.share', { name: '占比，“全市”', nameEn: null, unitOfMeasure: '%' }],
  ]),
  units: new Map([
    ['990102', { name: '青渡区', nameEn: 'Qingdu District' }],
    ['external:330000', { name: '外省', nameEn: null }],
  ]),
}

const year = fc.integer({ min: 1990, max: 2099 })
const two = (value: number) => String(value).padStart(2, '0')
const period = fc.oneof(
  year.map(String),
  fc.tuple(year, fc.constantFrom(1, 2)).map(([y, h]) => `${y}H${h}`),
  fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, q]) => `${y}Q${q}`),
  fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${two(m)}`),
  fc.tuple(year, fc.integer({ min: 2, max: 11 })).map(([y, m]) => `${y}-01/${y}-${two(m)}`),
  fc.tuple(year, fc.integer({ min: 1, max: 52 })).map(([y, w]) => `${y}W${two(w)}`),
  fc
    .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`),
)
const decimal = fc
  .tuple(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, scale]) => (scale === 0 ? String(digits) : String(digits / 10 ** scale)))
const observation = fc.record({
  indicator: fc.constantFrom('gdp', 'gdp.share'),
  unit: fc.constantFrom('990102', 'external:330000'),
  period,
  value: fc.option(decimal),
  vintage: fc.option(fc.integer({ min: 1, max: 999 })),
  comment: fc.option(
    fc.constantFrom('初步核算数', '含"四上"，\n不含个体', 'a,b', '=HYPERLINK("a")', "'=1", '-1', '\t@a'),
  ),
})
/** One observation for each unit, indicator and period, in no order. */
const table = fc.uniqueArray(observation, {
  selector: ({ indicator, unit, period }) => `${indicator} ${unit} ${period}`,
  maxLength: 60,
})

const told = (observations: readonly SdmxObservation[]) =>
  observations
    .map(({ indicator, unit, period, value }) => [
      indicator,
      unit,
      period,
      value === null ? null : Number(value),
    ])
    .sort()

/** Written series by series, as a server streams it. */
function writeSdmxJson(given: readonly SdmxObservation[], of: SdmxNames, about: SdmxMessage): unknown {
  const codes = {
    indicators: [...new Set(given.map(({ indicator }) => indicator))],
    units: [...new Set(given.map(({ unit }) => unit))],
    periods: given.map(({ period }) => period),
  }
  const writer = new SdmxJsonWriter(codes, of, about)
  const pieces = [...Map.groupBy(given, ({ indicator }) => indicator).values()]
  return JSON.parse(writer.head + pieces.map((piece) => writer.series(piece)).join('') + writer.tail)
}

const message = { id: 'test', prepared: '2024-04-20T02:00:00Z', sender: '泊江市' }

test('a period goes out and comes back', () => {
  fc.assert(fc.property(period, (given) => periodOfSdmx(sdmxPeriod(given)!.text) === given))
  expect(sdmxPeriod('2024-01/2024-11')).toEqual({ frequency: 'M', text: '2024-01-01/P11M' })
  expect(periodOfSdmx('2024-M02')).toBe('2024-02')
  expect(periodOfSdmx('2024-01-01/P12M')).toBe('2024')
})

test.each(['2024-T1', '2024-13', '2024-02-01/P3M', '2024-S3', '', '2024-02-03T10:00:00'])(
  'no period of ours: %j',
  (text) => expect(periodOfSdmx(text)).toBeUndefined(),
)

describe('round trip', () => {
  test('of csv', () => {
    fc.assert(
      fc.property(table, (given) => {
        const outcome = readSdmxCsv([...writeSdmxCsv(given, names)].join(''))
        expect(outcome.problems).toEqual([])
        expect(told(outcome.observations.map((found) => ({ ...found, vintage: null })))).toEqual(told(given))
        expect(outcome.observations.map(({ comment }) => comment)).toEqual(
          given.map(({ comment }) => comment),
        )
      }),
    )
  })

  test('of json', () => {
    fc.assert(
      fc.property(table, (given) => {
        const outcome = readSdmxJson(JSON.stringify(writeSdmxJson(given, names, message)))
        if (given.length > 0) expect(outcome.problems).toEqual([])
        expect(told(outcome.observations.map((found) => ({ ...found, vintage: null })))).toEqual(told(given))
      }),
    )
  })
})

describe.skipIf(!isOfficialHere)('the official schema', () => {
  const validator = (kind: 'data' | 'structure') => {
    const ajv = new Ajv2019({ strict: false, allErrors: true })
    formats.default(ajv)
    const schema = new URL(`${kind}-message/tools/schemas/sdmx-json-${kind}-schema.json`, official)
    return ajv.compile(JSON.parse(readFileSync(schema, 'utf8')))
  }

  test('holds for what is written', () => {
    const validate = validator('data')
    fc.assert(
      fc.property(table, (given) => {
        const written = JSON.parse(JSON.stringify(writeSdmxJson(given, names, message)))
        validate(written)
        expect(validate.errors ?? []).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  test('holds for the structure message', () => {
    const validate = validator('structure')
    for (const given of [names, { indicators: new Map(), units: new Map() }]) {
      validate(JSON.parse(JSON.stringify(writeSdmxStructure(given, message))))
      expect(validate.errors ?? []).toEqual([])
    }
  })

  test('refuses a message with a misplaced property: it is really asked', () => {
    const validate = validator('data')
    const written = writeSdmxJson([], names, message) as { data: Record<string, unknown> }
    written.data.rows = []
    expect(validate(written)).toBe(false)
  })
})

describe('a message from elsewhere', () => {
  const csv = (...lines: string[]) => readSdmxCsv(lines.join('\n'))
  const heading = 'STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MULT'

  test('may carry labels beside codes, a multiplier and an exponent', () => {
    const { observations, problems } = csv(
      'STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA: 地区,INDICATOR: 指标,TIME_PERIOD: 时间,OBS_VALUE: 值,UNIT_MULT: 倍数',
      'dataflow,X:Y(1.0),I,990102: 青渡区,gdp: 地区生产总值,2024-Q1,1.25,8: 亿',
      'dataflow,X:Y(1.0),I,990102: 青渡区,gdp: 地区生产总值,2024-Q2,-1.2E3,0',
    )
    expect(problems).toEqual([])
    expect(
      observations.map(({ unit, indicator, period, value }) => [unit, indicator, period, value]),
    ).toEqual([
      ['990102', 'gdp', '2024Q1', '125000000'],
      ['990102', 'gdp', '2024Q2', '-1200'],
    ])
  })

  test('that deletes withdraws', () => {
    const { observations } = csv(heading, 'dataflow,X:Y(1.0),D,Q,990102,gdp,2024-Q1,1,')
    expect(observations[0]?.value).toBeNull()
  })

  test('is told line by line what is wrong', () => {
    const { observations, problems } = csv(
      heading,
      'dataflow,X:Y(1.0),I,Q,990102,gdp,2024-Q5,1,',
      'dataflow,X:Y(1.0),I,Q,990102,gdp,2024-Q1,abc,',
      'dataflow,X:Y(1.0),I,Q,,gdp,2024-Q1,1,',
      'dataflow,X:Y(1.0),I,Q,990102,gdp,2024-Q1,1234567890123456,',
    )
    expect(observations).toEqual([])
    expect(problems.map(({ code, at }) => [at, code])).toEqual([
      ['2', 'indicators.sdmx-no-period'],
      ['3', 'indicators.sdmx-no-number'],
      ['4', 'indicators.sdmx-no-area'],
      ['5', 'indicators.sdmx-no-number'],
    ])
  })

  test('with a dimension that varies and that we do not keep is not mixed up', () => {
    const { observations, problems } = csv(
      'STRUCTURE,STRUCTURE_ID,ACTION,SEX,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE',
      'dataflow,X:Y(1.0),I,F,990102,people,2024,1',
      'dataflow,X:Y(1.0),I,M,990102,people,2024,2',
    )
    expect(observations).toHaveLength(1)
    expect(problems).toEqual([
      {
        code: 'indicators.sdmx-dimension-varies',
        at: '3',
        details: { dimension: 'SEX', one: 'F', other: 'M' },
      },
    ])
  })

  test.each([
    ['', 'indicators.sdmx-lacks-columns'],
    ['a,b\n1,2', 'indicators.sdmx-lacks-columns'],
    ['STRUCTURE,"x\n', 'indicators.sdmx-no-csv'],
  ])('that is no SDMX-CSV is refused: %j', (text, code) => {
    expect(readSdmxCsv(text).problems.map((problem) => problem.code)).toEqual([code])
  })

  test.each([
    ['{', 'indicators.sdmx-no-json'],
    ['{}', 'indicators.sdmx-no-message'],
    [
      '{"data":{"structures":[{"dimensions":{"observation":[{"id":"X"}]}}],"dataSets":[{}]}}',
      'indicators.sdmx-lacks-columns',
    ],
  ])('that is no SDMX-JSON is refused: %j', (text, code) => {
    expect(readSdmxJson(text).problems.map((problem) => problem.code)).toEqual([code])
  })

  test.skipIf(!isOfficialHere)(
    'the official flat sample is understood, and refused for the dimensions it lacks',
    () => {
      const sample = readFileSync(new URL('data-message/samples/exr/exr-flat.json', official), 'utf8')
      expect(readSdmxJson(sample).problems.map(({ code, details }) => [code, details])).toEqual([
        ['indicators.sdmx-lacks-columns', { columns: 'INDICATOR, REF_AREA' }],
      ])
    },
  )
})
