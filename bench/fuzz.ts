import { cpus, loadavg, totalmem } from 'node:os'
import { partLine, TABLE_HEAD } from './fuzz/part-line.ts'
import { runParser } from './fuzz/run-parsers.ts'
import { keep, keptApi, keptImports, kindOf, readKept } from './fuzz/seeds.ts'
import { Tally } from './fuzz/tally.ts'

/**
 * `npm run fuzz -- [--cases 100000] [--seed 1] [--only api,documents,sheets,importers,extractor]`: hostile input against
 * the API, the readers of documents and sheets, the importers and the extractor. Prints what came of it; ends with 1 when
 * something crashed, hung, was half written or answered what it does not declare. Failing cases are kept in `fuzz/seeds`.
 */
const flag = (name: string, usual: string) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? usual : (process.argv[at + 1] ?? usual)
}
const cases = Number(flag('cases', '100000'))
const seed = Number(flag('seed', String(Math.floor(performance.timeOrigin) % 2 ** 31)))
const SHARES = { api: 0.25, documents: 0.22, sheets: 0.2, importers: 0.01, extractor: 0.32 } as const
const only = flag('only', Object.keys(SHARES).join(',')).split(',')
const started = performance.now()
const say = (...lines: string[]) => console.log(lines.join('\n'))

const machine = `${cpus()[0]?.model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB; Node ${process.version}`
say(
  `# Hostile input: ${cases} cases, seed ${seed}`,
  '',
  `${machine}; load at the start ${loadavg()[0]!.toFixed(1)}`,
  '',
)
await using cleanup = new AsyncDisposableStack()
const tallies: Tally[] = []
const kept = readKept()
let journal = 'not asked'

if (only.includes('api') || only.includes('importers')) {
  // The readers need no server: they begin sooner without it.
  const { attackCity } = await import('./fuzz/attack-city.ts')
  const { openFuzzCity } = await import('./fuzz/open-fuzz-city.ts')
  const { runApi, runImporters, closeConnections, verifyJournal } = attackCity
  const { city, attacked } = await openFuzzCity(cleanup)
  await part('api', (tally, share) =>
    runApi({
      city,
      attacked,
      tally,
      seed,
      cases: share,
      kept: keptApi(kept),
      compareEvery: 20,
      limitMs: 30_000,
    }),
  )
  closeConnections()
  await part('importers', (tally, share) =>
    runImporters({ city, tally, seed, cases: share, kept: keptImports(kept) }),
  )
  journal = JSON.stringify(await verifyJournal(city.database, city.tenant.id))
}
for (const name of ['documents', 'sheets', 'extractor'] as const)
  await part(name, (tally, share) => runParser({ part: name, seed, cases: share }, tally))

const faults = tallies.flatMap((tally) => tally.faults)
const names = keep(faults)
const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0)
say(
  '',
  `${sum(({ cases: all }) => all)} cases in ${Math.round((performance.now() - started) / 1000)} s; ${faults.length} faults, ${sum(({ halfWrites }) => halfWrites)} half-writes in ${sum(({ compared }) => compared)} refusals that were compared with the city before them`,
  `journal after all: ${journal}`,
  ...(names.length > 0 ? ['', `kept: ${names.join(', ')}`] : []),
)
await cleanup.disposeAsync()
process.exit(faults.length > 0 ? 1 : 0)

async function part(
  name: keyof typeof SHARES,
  run: (tally: Tally, share: number) => Promise<void>,
): Promise<void> {
  if (!only.includes(name)) return
  const tally = new Tally(name)
  tallies.push(tally)
  const begun = performance.now()
  await run(tally, Math.ceil(cases * SHARES[name]))
  say(...(tallies.length === 1 ? TABLE_HEAD : []), partLine(tally, performance.now() - begun))
  const kinds = new Map(tally.faults.map((fault) => [kindOf(fault), fault]))
  for (const [kind, { what }] of kinds) say(`FAULT ${kind}`, what.slice(0, 1500))
}
