import { loadSentences } from '../load-sentences.ts'
import { isReadNoMore, runCommandLine } from './command-line.ts'
import { openShell } from './shell.ts'
import { terminalLocale } from './terminal-locale.ts'

// Who has read enough (`| head`) closes the pipe; a command is not ended by that in the middle of what it does.
process.stdout.on('error', (error) => {
  if (!isReadNoMore(error)) throw error
})

const args = process.argv.slice(2)
const shell = openShell(terminalLocale(args), loadSentences())
process.exitCode = await runCommandLine(shell, args)
