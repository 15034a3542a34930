import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Context } from '../../kernel/context.ts'

/** A command or query as the room's source exports it. */
export interface Command {
  /** `ledger/createItem`. */
  readonly name: string
  readonly parameters: readonly string[]
  readonly run: (ctx: Context, ...rest: unknown[]) => unknown
}

/** Tests, and what begins a thread's own work as it is loaded. */
const NOT_READ = /\.test\.ts$|testing|-worker\.ts$/

const MODULES = fileURLToPath(new URL('../../modules/', import.meta.url))

/**
 * Every exported function of a room that takes the context first and opens its own transaction: whatever a route, a
 * job or the command line can begin with. What takes a transaction too runs inside another's.
 */
export async function findCommands(): Promise<readonly Command[]> {
  const found = new Map<string, Command>()
  const files = globSync(`${MODULES}*/{commands,queries,sheet,documents,files,figure-check}/**/*.ts`)
  for (const file of files.sort()) {
    if (NOT_READ.test(file)) continue
    const room = file.slice(MODULES.length).split('/')[0]!
    for (const [key, value] of Object.entries((await import(file)) as Record<string, unknown>)) {
      const parameters = parametersOf(value)
      if (parameters[0] !== 'ctx' || parameters[1] === 'tx') continue
      found.set(`${room}/${key}`, { name: `${room}/${key}`, parameters, run: value as Command['run'] })
    }
  }
  return [...found.values()]
}

/** The names of a function's parameters, `{}` for one that is taken apart. */
function parametersOf(value: unknown): readonly string[] {
  if (typeof value !== 'function') return []
  const head = /^(?:async\s+)?(?:function\s*\*?\s*[\w$]*\s*)?\(([^)]*)/.exec(String(value))
  if (!head) return []
  return head[1]!
    .replaceAll(/\{[^}]*\}?/g, '{}')
    .split(',')
    .map((each) => each.replace(/=.*/s, '').trim())
    .filter((each) => each !== '')
}
