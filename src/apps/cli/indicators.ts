import type { Command } from 'commander'
import { registerIndicatorsCheck } from './indicators-check.ts'
import { registerIndicatorsImport } from './indicators-import.ts'
import { registerIndicatorsTable } from './indicators-table.ts'
import type { Shell } from './shell.ts'

/** `quarterdeck indicators`: values in, league tables out. */
export function registerIndicators(program: Command, shell: Shell): void {
  const indicators = program.command('indicators').description(shell.text('cli.indicators'))
  registerIndicatorsImport(indicators, shell)
  registerIndicatorsTable(indicators, shell)
  registerIndicatorsCheck(indicators, shell)
}
