import { Worker } from 'node:worker_threads'
import type { FileCase } from './documents.ts'
import type { ParserReply, ParserTask } from './parser-worker.ts'
import type { Tally } from './tally.ts'

/** As long as one file may take before the product would end its thread. */
const LIMIT_MS = 20_000

/** Runs the task in a thread with a limit of memory; a file that hangs or kills it is named, and the rest goes on. */
export async function runParser(task: ParserTask, tally: Tally): Promise<void> {
  let left = task.cases
  let seed = task.seed
  for (;;) {
    const before = tally.cases
    const isWhole = await runThread({ ...task, seed, cases: left }, tally)
    left -= tally.cases - before
    seed += 1_000_003
    // A thread that reads nothing at all would be raised for ever.
    if (isWhole || left <= 0 || task.kept || tally.cases === before) return
  }
}

function runThread(task: ParserTask, tally: Tally): Promise<boolean> {
  const worker = new Worker(new URL('./parser-worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: 768, stackSizeMb: 8 },
  })
  let current: FileCase | undefined
  let timer: NodeJS.Timeout | undefined
  return new Promise((resolve) => {
    const end = (isWhole: boolean) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(isWhole)
    }
    const broken = (what: string) => {
      if (current) {
        tally.count('crash', LIMIT_MS, current.kind)
        tally.fault(`${task.part} ${current.kind} ${what}`, keptFile(current))
        current = undefined
      } else tally.fault(`${task.part} ${what}`, null)
      end(false)
    }
    worker.on('error', (error) => broken(`ended its thread: ${error.stack}`))
    worker.on('exit', (code) => code !== 0 && current && broken(`ended its thread with ${code}`))
    worker.on('message', (reply: ParserReply) => {
      clearTimeout(timer)
      if (reply.kind === 'done') return end(true)
      if (reply.kind === 'begun') {
        current = reply.case
        timer = setTimeout(() => broken(`took more than ${LIMIT_MS / 1000} s`), LIMIT_MS)
        return
      }
      const { outcome, ms, wrong } = reply
      tally.count(outcome, ms, current?.kind ?? '')
      if (wrong !== undefined && current)
        tally.fault(`${task.part} ${current.kind} ${wrong}`, keptFile(current))
      current = undefined
    })
  })
}

const keptFile = ({ kind, bytes }: FileCase) => ({ kind, base64: Buffer.from(bytes).toString('base64') })
