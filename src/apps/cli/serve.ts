import type { Command } from 'commander'
import { runServer } from '../server/run-server.ts'
import type { Shell } from './shell.ts'

/** `quarterdeck serve`: the same as `npm start` without installing and building. */
export function registerServe(program: Command, { text, catalogues }: Shell): void {
  program
    .command('serve')
    .description(text('cli.serve'))
    .action(() => runServer(catalogues))
}
