import { parseArgs } from 'node:util'

export interface Flags {
  readonly items: number
  readonly journal: number
  /** How long each figure is measured. */
  readonly seconds: number
  readonly clients: readonly number[]
  /** Leaves the seeded city on the disk for the next run. */
  readonly keep: boolean
  /** Seeds anew although a city of this size is there. */
  readonly fresh: boolean
}

/** `--items 1000000 --journal 5000000 --seconds 5 --clients 1,16,64 --no-keep --fresh` */
export function readFlags(args: readonly string[]): Flags {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      items: { type: 'string', default: '1000000' },
      journal: { type: 'string', default: '5000000' },
      seconds: { type: 'string', default: '5' },
      clients: { type: 'string', default: '1,16,64' },
      keep: { type: 'boolean', default: true },
      fresh: { type: 'boolean', default: false },
    },
  })
  return {
    items: count(values.items),
    journal: count(values.journal),
    seconds: count(values.seconds),
    clients: values.clients.split(',').map(count),
    keep: values.keep,
    fresh: values.fresh,
  }
}

function count(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`"${text}" should be a whole number of at least 1`)
  return number
}
