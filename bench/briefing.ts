import { readFile, writeFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { setInterval } from 'node:timers'
import { documentValues, fieldsOf, shippedTemplate } from '../src/modules/reviews/testing.ts'
import { renderDocument } from '../src/platform/official-document/index.ts'
import { inventMaterial } from './briefing/invent-material.ts'
import { processorAndMemory } from './journal/machine.ts'

/**
 * `npm run bench:briefing -- [units] [lines] [charts] [file]`: writes the briefing book of 16 districts with 40 lines and 4 charts
 * each, as the product does, in its thread. Goals of issue 5: under 10 s and 500 MB. Prints figures; nothing passes or fails.
 */
const [units = 16, lines = 40, charts = 4] = process.argv.slice(2, 5).map(Number)
const file = process.argv[5]

let most = 0
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss())
}, 20)

console.log(
  `# Briefing book of ${units} units × ${lines} lines × ${charts} charts: ${processorAndMemory()}\n`,
)
console.log(`Load of the machine before: ${loadavg()[0]!.toFixed(1)}\n`)
console.log(
  '| what | seconds | of processor time | longest wait of the main thread | memory of the process at most | file |',
)
console.log('|---|---:|---:|---:|---:|---:|')
await line('docx, first in a new process', 'docx')
await line('docx again, charts kept', 'docx')
await line('html, charts kept', 'html')
clearInterval(watch)

async function line(what: string, format: 'docx' | 'html'): Promise<void> {
  const material = inventMaterial({ units, lines, charts })
  const template = await readFile(shippedTemplate('briefing-book'))
  let longest = 0
  let last = performance.now()
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - 5)
    last = performance.now()
  }, 5)
  const started = performance.now()
  const used = process.cpuUsage()
  const bytes = await renderDocument({
    template,
    fields: fieldsOf('briefing-book'),
    values: documentValues('briefing-book', material),
    title: material.title,
    format,
    lang: 'zh-CN',
  })
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(used)
  clearInterval(beat)
  most = Math.max(most, process.memoryUsage.rss())
  const megabytes = (count: number) => `${(count / 2 ** 20).toFixed(1)} MB`
  console.log(
    `| ${what} | ${seconds.toFixed(1)} | ${((user + system) / 1e6).toFixed(1)} | ${longest.toFixed(0)} ms | ${megabytes(most)} | ${megabytes(bytes.length)} |`,
  )
  if (file && what.includes('first')) await writeFile(file, bytes)
}
