import { loadSentences } from '../load-sentences.ts'
import { runCommandLine } from './command-line.ts'
import { openShell } from './shell.ts'
import { terminalLocale } from './terminal-locale.ts'

const args = process.argv.slice(2)
const shell = openShell(terminalLocale(args), loadSentences())
process.exitCode = await runCommandLine(shell, args)
