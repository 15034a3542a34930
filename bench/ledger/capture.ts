import { type Asker, ask, type Question } from './ask.ts'
import type { Script } from './run-bare.ts'
import type { RunningServer } from './start-server.ts'
import type { Statement } from './statement.ts'

/** What requests send to the database, without what finds out who asks. */
export interface Captured {
  /** When nothing has been kept since the last write. */
  readonly first: readonly Script[]
  /** When the same was asked before. */
  readonly next: readonly Script[]
}

/** Notes the statements of each question, after a write and once more. */
export async function capture(
  server: RunningServer,
  questions: readonly Question[],
  write: () => Promise<unknown>,
): Promise<Captured> {
  const first: Script[] = []
  const next: Script[] = []
  for (const question of questions) {
    const who = await server.watch(() => ask({ path: '/api/session', asker: question.asker }))
    const statements = async () => afterCommits(await server.watch(() => ask(question)), commitsOf(who))
    await write()
    first.push(await statements())
    next.push(await statements())
  }
  return { first, next }
}

const isCommit = ({ text }: Statement) => /^commit/i.test(text)
const commitsOf = (script: Script) => script.filter(isCommit).length

/** By transactions, not by statements: now and then finding out who asks also notes that they were seen. */
function afterCommits(script: Script, count: number): Script {
  let left = count
  return script.slice(script.findIndex((statement) => isCommit(statement) && --left === 0) + 1)
}

/** What opens a transaction of the product for somebody: begin, role, scope, sent together. */
export async function captureScope(server: RunningServer, asker: Asker): Promise<Script> {
  const path = '/api/items/00000000-0000-7000-8000-000000000000'
  const statements = await server.watch(() => ask({ path, asker }).catch(() => {}))
  const begin = statements.findLastIndex(({ text }) => /^(begin|start transaction)/i.test(text))
  return statements.slice(begin, begin + 1)
}
