import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Command } from 'commander'
import type { Context } from '../../kernel/context.ts'
import { invalid, notFound } from '../../kernel/errors.ts'
import { changeTemplate, DocumentKind, downloadTemplate, resetTemplate } from '../../modules/reviews/index.ts'
import { fill } from '../../platform/i18n/index.ts'
import { chooseTenants } from './choose-tenant.ts'
import labels from './review-labels.json' with { type: 'json' }
import type { Shell } from './shell.ts'
import { withInstallation } from './with-installation.ts'

interface Options {
  readonly put?: string
  readonly reset?: boolean
  readonly out?: string
  readonly tenant?: string
}

/** `quarterdeck review template KIND`: the template of a document out, a changed one in, or back to the one that ships. */
export function registerReviewTemplate(review: Command, shell: Shell): void {
  const { text, locale } = shell
  const words = labels[locale]
  review
    .command('template')
    .description(text('cli.review-template'))
    .argument('<kind>', words.kind)
    .option('--put <file>', words.put)
    .option('--reset', words.reset)
    .option('--out <file>', words.out)
    .option('--tenant <key>', text('cli.option-tenant'))
    .addHelpText('after', words.templateHelp)
    .action(async (kind: string, options: Options) => {
      const parsed = DocumentKind.safeParse(kind)
      if (!parsed.success) throw invalid('cli.no-such-document', { kind, kinds: DocumentKind.options })
      await withInstallation(async (installation) => {
        const [tenant, another] = await chooseTenants(installation, options.tenant)
        if (another) throw invalid('cli.several-tenants', { available: [tenant!.key, another.key] })
        shell.print(await carryOut(installation.asSystem(tenant!.id, locale), parsed.data, options))
      })
    })

  async function carryOut(ctx: Context, kind: DocumentKind, { put, reset, out }: Options): Promise<string> {
    if (put !== undefined) {
      const bytes = await readFile(put).catch((error: NodeJS.ErrnoException) => {
        throw notFound('cli.no-file', { file: put, reason: error.code ?? '' })
      })
      const { version } = await changeTemplate(ctx, kind, { bytes, fileName: basename(put) })
      return fill(words.changed, { version }, locale)
    }
    if (reset) {
      await resetTemplate(ctx, kind)
      return words.isReset
    }
    const { bytes, fileName } = await downloadTemplate(ctx, kind)
    const file = out ?? fileName
    await writeFile(file, bytes)
    return fill(words.written, { file, bytes: bytes.length }, locale)
  }
}
