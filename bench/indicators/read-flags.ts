import { parseArgs } from 'node:util'

export interface Flags {
  readonly indicators: number
  readonly units: number
  readonly months: number
  /** Rows of the import; 0 leaves it out. */
  readonly rows: number
  /** How long each figure is measured. */
  readonly seconds: number
  readonly clients: readonly number[]
  /** Leaves the seeded city on the disk for the next run. */
  readonly keep: boolean
  /** Seeds anew although a city of this size is there. */
  readonly fresh: boolean
}

/** `--indicators 5000 --units 70 --months 60 --rows 1000000 --seconds 5 --clients 1,16 --no-keep --fresh` */
export function readFlags(args: readonly string[]): Flags {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      indicators: { type: 'string', default: '5000' },
      units: { type: 'string', default: '70' },
      months: { type: 'string', default: '60' },
      rows: { type: 'string', default: '1000000' },
      seconds: { type: 'string', default: '5' },
      clients: { type: 'string', default: '1,16' },
      keep: { type: 'boolean', default: true },
      fresh: { type: 'boolean', default: false },
    },
  })
  return {
    indicators: count(values.indicators, 200),
    units: count(values.units, 20),
    months: count(values.months, 14),
    rows: count(values.rows, 0),
    seconds: count(values.seconds, 1),
    clients: values.clients.split(',').map((each) => count(each, 1)),
    keep: values.keep,
    fresh: values.fresh,
  }
}

function count(text: string, least: number): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < least)
    throw new Error(`"${text}" should be a whole number of at least ${least}`)
  return number
}
