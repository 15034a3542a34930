import { type Command, Option } from 'commander'
import { ROLES_OF_PROCESS } from '../installation/settings.ts'
import { runServer } from '../server/run-server.ts'
import type { Shell } from './shell.ts'

/** `quarterdeck serve`: the same as `npm start` without installing and building, whole or by role. */
export function registerServe(program: Command, { text, catalogues }: Shell): void {
  program
    .command('serve')
    .description(text('cli.serve'))
    .addOption(new Option('--role <role>', text('cli.option-process-role')).choices(ROLES_OF_PROCESS))
    .addHelpText('after', `\n${text('cli.serve-help')}`)
    .action(({ role }: { role?: string }) =>
      runServer(catalogues, { ...process.env, ...(role && { QUARTERDECK_ROLE: role }) }),
    )
}
