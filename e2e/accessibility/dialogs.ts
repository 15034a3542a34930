import type { Locator } from 'playwright-core'
import {
  choosing,
  keyList,
  keyListFrom,
  opens,
  opensBy,
  question,
  sourcesOnPhone,
  statement,
  step,
  tickFirst,
} from './opening-parts.ts'
import { dialog, menu, type Opening } from './screen.ts'
import { begins, word } from './words.ts'

const firstLink: Opening['opener'] = (page) => page.locator('main a').first()
const managing = (name: string) => begins('accounts.manage', ` ${name}`)
const noticeInWord = (list: Locator) =>
  list
    .locator('.ant-dropdown-menu-item-group')
    .filter({ has: list.page().getByText(word('cycle.document.notice'), { exact: true }) })
    .getByRole('menuitem')
    .first()

/** Drawers, dialogs and menus by the screen that they open from, by keyboard, one after the other. */
export const DIALOGS: Readonly<Record<string, readonly Opening[]>> = {
  '/ · duban': [opensBy('messages', begins('inbox.bell')), opensBy('own menu', begins('app.account'), menu)],
  '/desk · duban': [opensBy('step', begins('step.decideExtension')), keyListFrom(firstLink)],
  '/my-unit · qingdu': [opensBy('step', begins('step.sign'))],
  '/reports · duban': [opens('paste a text', 'reports.paste')],
  '/reports/$reportId · duban': [
    { ...opens('accept many', 'read.bulk'), returnsTo: statement },
    { ...opensBy('correct', begins('read.edit')), isBeside: true, returnsTo: statement },
    { ...opensBy('split', begins('read.split')), returnsTo: statement },
    keyList,
  ],
  '/check · of a report · duban': [keyList],
  '/ledger · duban': [
    opens('new item', 'ledger.new'),
    opensBy('kept views', begins('ledger.saved-views'), menu),
    {
      ...opensBy('keep a view', begins('ledger.saved-views')),
      further: choosing(word('ledger.saved.save')),
    },
    {
      ...opensBy('remove a view', begins('ledger.saved-views')),
      further: choosing(word('ledger.saved.remove')),
    },
    opensBy('export', begins('ledger.export'), menu),
    opens('columns', 'ledger.columns', (page) => page.locator('.column-chooser')),
    { ...opens('dispatch many', 'ledger.bulk.dispatch'), before: tickFirst },
    { ...opens('press many', 'ledger.bulk.press'), before: tickFirst },
    keyListFrom((page) => page.locator('tbody a').first()),
  ],
  '/ledger · calendar · duban': [
    opensBy('feed', begins('ledger.feed')),
    {
      name: 'day',
      opener: (page) => page.locator('button[data-day]:has(.month-entry)').first(),
      shows: dialog,
    },
  ],
  '/ledger/items/$itemId · duban': [
    step('decide on more time', 'step.decideExtension'),
    step('press', 'step.press'),
    step('correct', 'step.correct'),
    step('evidence', 'step.addEvidence'),
    step('recall', 'step.recall'),
    step('suspend', 'step.suspend'),
    step('withdraw', 'step.withdraw'),
  ],
  '/ledger/items/$itemId · of its unit · qingdu': [
    step('report progress', 'step.reportProgress'),
    step('report completion', 'step.reportCompletion'),
  ],
  '/ledger/items/$itemId · draft · duban': [step('review', 'step.review')],
  '/ledger/items/$itemId · reviewed · duban': [
    step('dispatch', 'step.dispatch'),
    step('send back', 'step.sendBack'),
  ],
  '/ledger/items/$itemId · to be signed · qingdu': [
    step('sign', 'step.sign'),
    step('decline', 'step.decline'),
    step('ask for more time', 'step.askExtension'),
  ],
  '/ledger/items/$itemId · being verified · duban': [
    step('close', 'step.close'),
    step('return', 'step.returnForRework'),
  ],
  '/ledger/items/$itemId · closed · duban': [
    step('look again', 'step.recheck'),
    step('reopen', 'step.reopen'),
  ],
  '/ledger/items/$itemId · suspended · duban': [step('resume', 'step.resume')],
  '/ledger/items/$itemId · with parts of others · duban': [opens('waive a part', 'step.waiveDuty')],
  '/ledger/items/$itemId · with an own part · qingdu': [opens('finish the part', 'step.finishDuty')],
  '/ledger/settings · a set of its own · duban': [
    opens('put in force', 'ledger-settings.put-in-force'),
    opens('remove', 'ledger-settings.remove', question),
  ],
  '/ledger/settings · a set that is changed · duban': [opens('effect', 'ledger-settings.check-and-save')],
  '/account · duban': [
    opens('new token', 'account.new-token'),
    opensBy('revoke a token', begins('account.revoke'), question),
    opens('leave', 'leave.hand'),
    opensBy('end a leave', begins('leave.end'), question),
  ],
  '/account · with a second factor · sysadmin': [opens('new codes', 'account.renew-codes')],
  '/accounts · sysadmin': [
    opens('new account', 'accounts.add'),
    opensBy('manage', managing('鹤汀区联络员'), menu),
    { ...opensBy('details', managing('鹤汀区联络员')), further: choosing(word('accounts.do.edit')) },
    {
      ...opensBy('another password', managing('鹤汀区联络员'), question),
      further: choosing(word('accounts.do.password')),
    },
  ],
  '/accounts · secadmin': [
    {
      ...opensBy('roles, units and days', managing('统计员')),
      further: choosing(word('accounts.do.holdings')),
    },
    {
      ...opensBy('take a role back', managing('统计员'), question),
      further: async (page) => {
        await choosing(word('accounts.do.holdings'))(page)
        await dialog(page)
          .getByRole('button', { name: begins('roles.take-back') })
          .first()
          .press('Enter')
      },
      returnsTo: (page) =>
        dialog(page)
          .getByRole('button', { name: begins('roles.take-back') })
          .first(),
    },
  ],
  '/accounts · roles · secadmin': [opens('new role', 'roles.make')],
  '/accounts · a role that is changed · secadmin': [opens('save', 'app.save', question)],
  '/review · duban': [opens('new review', 'cycle.open')],
  '/review/$reviewId · in preparation · duban': [
    opens('change', 'cycle.change'),
    opens('documents', 'cycle.documents', menu),
    { ...opens('number of a notice', 'cycle.documents'), further: choosing(noticeInWord) },
    opens('freeze', 'cycle.enter.frozen'),
  ],
  '/review/$reviewId · agenda that is arranged · duban': [opens('proposal', 'cycle.propose')],
  '/review/$reviewId/sheets/$unitId · duban': [keyList, sourcesOnPhone],
  '/review/$reviewId/sheets/$unitId · frozen · duban': [
    { ...opens('correct', 'cycle.correct'), before: (page) => page.keyboard.press('j') },
  ],
  '/review/$reviewId/day · duban': [
    opensBy('note', begins('day.kind.note')),
    opensBy('commitment', begins('day.kind.commitment')),
    keyList,
  ],
  '/review/$reviewId/after · duban': [keyList],
  '/review/templates · duban': [
    opens('placeholders', 'template.fields'),
    opens('another template', 'template.change'),
    opens('versions', 'template.versions'),
    opens('as it shipped', 'template.reset', question),
  ],
  '/review/matters/$matterId · duban': [
    opens('name', 'matter.rename'),
    opens('settle', 'matter.settle'),
    opens('add a shortfall', 'matter.add-parts'),
    opens('merge', 'matter.merge'),
    opensBy('draft an item', new RegExp(word('matter.draft-item'))),
    opens('link an item', 'matter.link-item'),
  ],
  '/indicators/$code · statistician': [opens('freeze', 'indicator.freeze')],
  '/indicators/leagues/$key · statistician': [opens('freeze', 'indicator.freeze')],
  '/indicators/entry · qingdu': [keyList],
  '/indicators/entry · verify · statistician': [
    opensBy('publish', begins('entry.publish')),
    { ...opens('send back', 'entry.send-back'), before: tickFirst },
  ],
  '/indicators/claims · duban': [
    { name: 'match', opener: (page) => page.locator('.claim-match button').first(), shows: dialog },
  ],
  '/indicators/alerts · statistician': [opens('assign', 'alert.assign'), opens('dismiss', 'alert.dismiss')],
  '/indicators/alerts · rules · statistician': [
    opens('new rule', 'alert.new-rule'),
    opens('change a rule', 'alert.change'),
  ],
  '/indicators/positions · statistician': [opens('withdraw', 'position.withdraw')],
}
