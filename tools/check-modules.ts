/**
 * `npm run arch`: holds the declared architecture against the code and fails on every difference.
 * `npm run arch -- --write` renews the generated part of ARCHITECTURE.md.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { modules } from '../src/apps/modules.ts'
import { anatomyErrors } from './arch/anatomy.ts'
import { withGeneratedPart } from './arch/architecture-page.ts'
import { budgetErrors, sizesOf } from './arch/budgets.ts'
import { edgeErrors, importCycles } from './arch/edges.ts'
import { isTest, readSources } from './arch/source-tree.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const files = readSources(root, ['src', 'web/src', 'tools', 'bench', 'e2e'], ['.ts', '.tsx', '.mjs', '.sql'])
const code = files.filter((file) => !file.path.endsWith('.sql'))
const errors = [
  ...edgeErrors(files, modules),
  ...importCycles(code.filter((file) => !isTest(file.path))),
  ...anatomyErrors(root, files, modules),
  ...budgetErrors(code),
]

const pagePath = `${root}ARCHITECTURE.md`
const page = readFileSync(pagePath, 'utf8')
const renewed = withGeneratedPart(page, files, modules)
if (process.argv.includes('--write')) writeFileSync(pagePath, renewed)
else if (page !== renewed)
  errors.push('ARCHITECTURE.md: the generated part is out of date; run `npm run arch -- --write`')

for (const error of errors) console.error(error)
const sizes = sizesOf(code)
console.log(
  `arch: ${modules.length} modules, ${sizes.files} files, lines median ${sizes.median}, 95th ${sizes.p95}, longest ${sizes.max}; ${errors.length} errors`,
)
process.exitCode = errors.length > 0 ? 1 : 0
