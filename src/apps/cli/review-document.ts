import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { Context } from '../../kernel/context.ts'
import { invalid, notFound } from '../../kernel/errors.ts'
import { AskDocument, DocumentKind, listCycles, makeDocument } from '../../modules/reviews/index.ts'
import { listUnits } from '../../modules/units/index.ts'
import { fill } from '../../platform/i18n/index.ts'
import { chooseTenants } from './choose-tenant.ts'
import labels from './review-labels.json' with { type: 'json' }
import type { Shell } from './shell.ts'
import { withInstallation } from './with-installation.ts'

interface Options {
  readonly format?: string
  readonly unit?: string
  readonly number?: string
  readonly out?: string
  readonly tenant?: string
}

/** `quarterdeck review document CYCLE KIND`: one of the documents of a review as a file. */
export function registerReviewDocument(review: Command, shell: Shell): void {
  const { text, locale } = shell
  const words = labels[locale]
  review
    .command('document')
    .description(text('cli.review-document'))
    .argument('<cycle>', words.cycle)
    .argument('<kind>', words.kind)
    .option('--format <format>', words.format)
    .option('--unit <unit>', words.unit)
    .option('--number <number>', words.number)
    .option('--out <file>', words.out)
    .option('--tenant <key>', text('cli.option-tenant'))
    .addHelpText('after', words.documentHelp)
    .action(async (cycle: string, kind: string, options: Options) => {
      const { format, number, out } = options
      const parsed = DocumentKind.safeParse(kind)
      if (!parsed.success) throw invalid('cli.no-such-document', { kind, kinds: DocumentKind.options })
      const ask = AskDocument.safeParse({ format, number })
      if (!ask.success)
        throw invalid('cli.malformed-option', { option: String(ask.error.issues[0]!.path[0]) })
      const made = await withInstallation(async (installation) => {
        const [tenant, another] = await chooseTenants(installation, options.tenant)
        if (another) throw invalid('cli.several-tenants', { available: [tenant!.key, another.key] })
        const ctx = installation.asSystem(tenant!.id, locale)
        const reviewId = await findCycle(ctx, cycle)
        const unit = options.unit === undefined ? undefined : await findUnit(ctx, options.unit)
        return makeDocument(ctx, { ...ask.data, unit, reviewId, kind: parsed.data })
      })
      const file = out ?? made.fileName
      await writeFile(file, made.bytes)
      shell.print(fill(words.written, { file, bytes: made.bytes.length }, locale))
    })
}

/** @throws `cli.no-such-review` */
async function findCycle(ctx: Context, named: string): Promise<string> {
  const { reviews } = await listCycles(ctx)
  const found = reviews.find(({ id, period }) => id === named || period === named)
  if (!found)
    throw notFound('cli.no-such-review', { cycle: named, available: reviews.map(({ period }) => period) })
  return found.id
}

/** @throws `cli.no-unit` */
async function findUnit(ctx: Context, named: string): Promise<string> {
  const { units } = await listUnits(ctx, {})
  const found = units.find(
    ({ id, key, name, fullName, aliases }) =>
      [id, key, name, fullName].includes(named) || aliases.includes(named),
  )
  if (!found) throw notFound('cli.no-unit', { unit: named })
  return found.id
}
