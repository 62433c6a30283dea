import { projectName } from './application.ts'
import { callName } from './call.ts'
import type { Walker } from './walker.ts'

/** From the menu to the applications' assessment. */
async function toAssessment(on: Walker): Promise<void> {
  await on.home()
  await on.follow('Arvioinnit')
  await on.follow(callName.fi)
  await on.follow(projectName)
}

/** Says that nothing binds them, where that is asked before the application opens. */
async function declareFree(on: Walker, language: 'fi' | 'sv' = 'fi'): Promise<void> {
  const [way, none, send, back] = {
    fi: ['Siirry vahvistamaan', 'En ole esteellinen', 'Anna ilmoitus', 'Jatka hakemuksen arviointiin'],
    sv: ['Gå till bekräftelsen', 'Jag är inte jävig', 'Gör anmälan', 'Fortsätt till bedömningen av ansökan'],
  }[language] as [string, string, string, string]
  if (!(await on.has(way))) return
  await on.follow(way)
  await on.tick(none)
  await on.press(send)
  await on.follow(back)
}

/** The preparer reads what was sent and asks for one section to be completed. */
export async function askCompletion(on: Walker, due: string): Promise<void> {
  await toAssessment(on)
  await on.sees('Vahvista esteettömyytesi')
  await declareFree(on)
  await on.follow('Lue hakemus')
  await on.follow('Pyydä täydennystä')
  await on.tick('Tarve')
  await on.write({ 'Mitä pitää täydentää': 'Kertokaa, mihin tietoon tarve perustuu.', Määräpäivä: due })
  await on.press('Lähetä pyyntö')
  await on.sees('Täydennettävänä')
}

export async function complete(on: Walker): Promise<void> {
  await on.openMailed(/komplett/i)
  await on.follow('Behov')
  await on.write({
    'Vilket behov projektet svarar på': 'Städerna har bett om mätbara minskningar: klimatprogrammet 2030.',
  })
  await on.press('Spara och fortsätt')
  await on.follow('Kontrollera och lämna in kompletteringen')
  await on.press('Lämna in ansökan')
  await on.sees('hev-2027-1/1/2')
}

const general = [
  'Hanke toteuttaa haun erityistavoitetta',
  'Hanke kuuluu ekosysteemisopimuksen painopisteisiin',
  'Hakija ja osatoteuttajat voivat saada tukea tästä hausta',
  'Toteuttajilla on edellytykset toteuttaa hanke',
  'Kustannukset ovat haun kustannusmallin mukaisia ja tarpeellisia',
  'Rahoitussuunnitelma kattaa kustannukset ja sitoumukset on annettu',
  'Samoihin kustannuksiin ei saada muuta julkista tukea',
  'Valtiontukisäännöt on otettu huomioon',
]

/** Sees what the completion changed, checks the general criteria with their grounds, names the assessors. */
export async function checkAndAssign(on: Walker): Promise<void> {
  await toAssessment(on)
  await declareFree(on)
  await on.follow('Lue hakemus')
  await on.follow('Versio 2')
  await on.sees('Mikä muuttui versiosta 1', 'klimatprogrammet 2030')
  await toAssessment(on)
  await on.press('Aloita tarkastus')
  for (const criterion of general) {
    await on.tick(`${criterion} > Täyttyy`)
    await on.write({ [`Perustelu: ${criterion}`]: 'Hakemuksen kohta 4 ja hakuilmoitus.' })
  }
  await on.press('Tallenna havainnot')
  await on.write({ Määräpäivä: '30.12.2026' })
  await on.press('Nimeä')
  await on.tick(/^Carl Jävig/)
  await on.press('Nimeä')
  await on.press('Siirrä pisteytykseen')
  await on.sees('Pisteytettävänä')
}

/** One of those named has a tie: from then on nothing of the application is shown. */
export async function recuse(on: Walker): Promise<void> {
  await on.follow(/^Vahvista esteettömyytesi/)
  await on.seesNot('klimatprogrammet 2030')
  const sheet = on.page.url()
  await on.follow('Siirry vahvistamaan')
  await on.tick('Olen esteellinen')
  await on.write({ Selite: 'Työskentelen kumppanin tytäryhtiössä.' })
  await on.page.getByLabel('Peruste, jos olet esteellinen').selectOption('4')
  await on.press('Anna ilmoitus')
  await on.sees('28 § 1 mom. 4 kohta', 'Et osallistu asian käsittelyyn')
  await on.home()
  await on.follow('Arvioinnit')
  await on.seesNot(projectName)
  // The address that was open a moment ago.
  await on.page.goto(sheet)
  await on.seesNot('klimatprogrammet 2030', 'Anna pisteet')
}

const scores = { fi: ['Anna pisteet', 'Perustelu'], sv: ['Ge poängen', 'Motivering'] } as const

export async function openSheet(on: Walker, language: 'fi' | 'sv'): Promise<void> {
  await on.follow(language === 'fi' ? /^Vahvista esteettömyytesi/ : /^Bekräfta/)
  await on.seesNot('klimatprogrammet 2030')
  await declareFree(on, language)
  await on.sees('klimatprogrammet 2030')
}

/** Every criterion gets its points and a reason. */
export async function score(on: Walker, language: 'fi' | 'sv', points: string): Promise<void> {
  const [give, reason] = scores[language]
  for (const group of await on.page.locator('main .criterion').all()) {
    const scale = await group.getByRole('radio').count()
    await group
      .getByRole('radio')
      .nth(scale === 4 ? 2 : Number(points))
      .check()
    await group
      .getByLabel(new RegExp(`^${reason}`))
      .fill(language === 'fi' ? 'Hakemuksen kohdat 4–6.' : 'Punkterna 4–6.')
  }
  await on.press(give)
}

/** They agree on one score together, and one of them settles it. */
export async function settleTogether(on: Walker): Promise<void> {
  await on.sees('Spridning', 'Att diskutera', 'Anna Arvioija')
  for (const group of await on.page.locator('#joint .criterion').all())
    if ((await group.getByRole('radio').count()) > 4) await group.getByRole('radio').nth(4).check()
  await on.write({ Sammanfattning: 'Behovet är visat och åtgärderna svarar på det.' })
  await on.press('Fastställ den gemensamma bedömningen')
  await on.sees('Uppfyller urvalskriterierna', '40 / 52')
}
