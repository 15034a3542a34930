import { parseArgs } from 'node:util'
import { readFlags as readIndicatorFlags } from '../indicators/read-flags.ts'
import { readFlags as readLedgerFlags } from '../ledger/read-flags.ts'

export interface Flags {
  /** How long each number of web processes is under load. */
  readonly minutes: number
  readonly users: number
  /** Mean seconds that somebody waits between an answer and the next request. */
  readonly think: number
  /** Numbers of web processes, measured one after the other. */
  readonly processes: readonly number[]
  readonly ledger: ReturnType<typeof readLedgerFlags>
  readonly indicators: ReturnType<typeof readIndicatorFlags>
  readonly keep: boolean
  readonly fresh: boolean
}

/** `--minutes 10 --users 200 --think 2 --processes 1,2 --items 1000000 --journal 5000000 --indicators 5000 --fresh --no-keep` */
export function readFlags(args: readonly string[]): Flags {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      minutes: { type: 'string', default: '10' },
      users: { type: 'string', default: '200' },
      think: { type: 'string', default: '2' },
      processes: { type: 'string', default: '1,2' },
      items: { type: 'string', default: '1000000' },
      journal: { type: 'string', default: '5000000' },
      indicators: { type: 'string', default: '5000' },
      keep: { type: 'boolean', default: true },
      fresh: { type: 'boolean', default: false },
    },
  })
  return {
    minutes: positive(values.minutes),
    users: positive(values.users),
    think: positive(values.think),
    processes: values.processes.split(',').map(positive),
    ledger: readLedgerFlags(['--items', values.items, '--journal', values.journal]),
    indicators: readIndicatorFlags(['--indicators', values.indicators]),
    keep: values.keep,
    fresh: values.fresh,
  }
}

function positive(text: string): number {
  const number = Number(text)
  if (!(number > 0)) throw new Error(`"${text}" should be a number above 0`)
  return number
}
