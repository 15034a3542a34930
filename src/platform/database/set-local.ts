import { sql } from 'kysely'
import pg from 'pg'
import type { Tx } from '../../kernel/context.ts'
import { quoted } from './opening-statements.ts'

/**
 * Sets a setting until the transaction ends. As a statement and not by `set_config`, because Citus tells the machines
 * that hold the rows, where the policies are asked, of `set local` only (variableset.c, propagate_set_commands).
 */
export async function setLocal(tx: Tx, name: `quarterdeck.${string}`, value: string): Promise<void> {
  await sql.raw(`set local ${quoted(name)} = ${pg.escapeLiteral(value)}`).execute(tx)
}
