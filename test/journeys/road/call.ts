import type { Walker } from './walker.ts'

export const callName = { fi: 'Vihreän siirtymän kokeilut 2027', sv: 'Försök för grön omställning 2027' }
export const callCode = 'hev-2027-1'
export const question = {
  fi: 'Kuka kaupungissa ottaa tuloksen käyttöön?',
  sv: 'Vem i staden tar resultatet i bruk?',
}

const hour = 3_600_000

/** As a person types a day and a time of Finland. */
const typed = (at: Date) => {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('fi-FI', { timeZone: 'Europe/Helsinki', ...options }).format(at)
  return [
    part({ day: 'numeric', month: 'numeric', year: 'numeric' }),
    part({ hour: 'numeric', minute: '2-digit' }),
  ] as const
}

/** The form: the shipped template, with one question of this call's own. */
async function makeForm(on: Walker): Promise<void> {
  await on.follow('Tee lomake')
  await on.write({
    'Mistä aloitetaan': 'Mallista: hakemus ekosysteemisopimuksen hakuun',
    'Nimi suomeksi': 'Vihreän siirtymän hakemus',
    'Nimi ruotsiksi': 'Ansökan om grön omställning',
  })
  await on.press('Tee lomake')
  await on.follow(/^Lisää kysymys\W+Tarve$/)
  await on.follow('Pitkä teksti')
  await on.write({
    'Kysymys suomeksi': question.fi,
    'Kysymys ruotsiksi': question.sv,
    'Kysymys englanniksi': 'Who uses the result in the city?',
    'Merkkejä enintään': '1000',
  })
  await on.press('Tallenna')
  await on.press('Vahvista versio')
  await on.sees('versio 1, vahvistettu')
}

async function makeCriteria(on: Walker): Promise<void> {
  await on.write({ 'Nimi (Suomeksi)': 'Vihreän siirtymän perusteet' })
  await on.press('Aloita pohja')
  await on.press('Vahvista versio')
  await on.sees('Vahvistettu')
}

/** From the menu to the call's own page of work. */
export async function toSetup(on: Walker): Promise<void> {
  await on.follow('Haut')
  await on.follow(callName.fi)
  await on.follow('Hallinnoi hakua')
}

export async function makeCall(on: Walker, now: Date): Promise<void> {
  await on.follow('Haut')
  await on.follow('Uusi haku')
  await on.write({
    'Haun nimi, suomeksi': callName.fi,
    'Haun nimi, ruotsiksi': callName.sv,
    Tunnus: callCode,
  })
  await on.press('Aloita valmistelu')
  await on.sees('14 asiaa puuttuu')

  const part = async (name: string, fill: () => Promise<void>) => {
    await on.follow(name)
    await fill()
    await on.press('Tallenna ja palaa')
  }
  await part('Nimi ja tekstit', () =>
    on.write({
      'Ingressi, suomeksi': 'Rahaa kokeiluihin, joissa kaupunki on kehitysalusta.',
      'Ingressi, ruotsiksi': 'Pengar till försök där staden är utvecklingsplattform.',
      'Hakuilmoitus, suomeksi':
        'Haemme kokeiluja, jotka vähentävät päästöjä kaupungeissa.\n\nMukana on yritys.',
      'Hakuilmoitus, ruotsiksi': 'Vi söker försök som minskar utsläppen i städerna.\n\nMed ett företag.',
    }),
  )
  const [day, clock] = typed(new Date(now.getTime() + hour))
  const [lastDay, lastClock] = typed(new Date(now.getTime() + 2 * hour))
  await part('Hakuaika', async () => {
    await on.write({ 'Haku alkaa': day, 'Haku päättyy': lastDay })
    await on.page.locator('[name=opensClock]').fill(clock)
    await on.page.locator('[name=closesClock]').fill(lastClock)
  })
  await part('Raha', () =>
    on.write({
      'Rahaa yhteensä, euroa': '1 500 000',
      'Rivi 1 > Vuosi': '2027',
      'Rivi 1 > Rahasto': 'Euroopan aluekehitysrahasto',
      'Rivi 1 > Euroa': '900 000',
      'Rivi 2 > Vuosi': '2028',
      'Rivi 2 > Rahasto': 'Euroopan aluekehitysrahasto',
      'Rivi 2 > Euroa': '600 000,00',
      'Pienin tuki hankkeelle, euroa': '20 000',
      'Suurin tuki hankkeelle, euroa': '400 000',
      'Hankkeen pisin kesto, kuukautta': '36',
    }),
  )
  await part('Ohjelma ja painopisteet', async () => {
    await on.write({ Ohjelma: 'Uudistuva ja osaava Suomi 2021–2027' })
    await on.tick(
      '1.1 Tutkimus- ja innovointivalmiuksien ja kehittyneiden teknologioiden käyttöönoton parantaminen',
      'Kehitys- ja kokeiluympäristöjen hyödyntäminen ja kehittäminen',
      'Älykkäät ja kestävät kaupunkiratkaisut',
    )
  })
  await part('Hakijat ja hankeryhmä', async () => {
    await on.tick('yritys', 'kunta', 'yliopisto')
    await on.write({
      'Mitä muuta hakijalta vaaditaan, suomeksi': 'Päätoteuttaja toimii pääkaupunkiseudulla.',
      'Mitä muuta hakijalta vaaditaan, ruotsiksi': 'Huvudgenomföraren verkar i huvudstadsregionen.',
      'Osapuolia vähintään': '2',
      'Rooli 1 > Rooli, suomeksi': 'Yritys, joka ottaa tuloksen käyttöön',
      'Rooli 1 > Rooli, ruotsiksi': 'Företag som tar resultatet i bruk',
      'Rooli 1 > vähintään': '1',
    })
  })
  await part('Kustannusmallit ja tukiprosentit', async () => {
    await on.tick('Prosenttimääräinen korvaus 40 % palkkakustannuksista')
    await on.tick('Tuki on vähämerkityksistä tukea (de minimis -tukea)')
    await on.write({ 'Tukea enintään, prosenttia': '60' })
  })
  await part('Aikataulu ja julkiset luvut', async () => {
    await on.write({
      'Kohta 1 > Päivä': '15.2.2027',
      'Kohta 1 > Mitä tapahtuu, suomeksi': 'Päätökset',
      'Kohta 1 > Mitä tapahtuu, ruotsiksi': 'Besluten fattas',
    })
    await on.tick('Näytä kaikille, montako hakemusta on aloitettu ja lähetetty ja kauanko vaiheet kestivät')
  })
  await part('Yhteystieto', () =>
    on.write({
      'Yksikkö, suomeksi': 'Ekosysteemin hanketiimi',
      'Yksikkö, ruotsiksi': 'Ekosystemets projektteam',
      Sähköposti: 'haut@helsinki.example',
    }),
  )
  await part('Arvioijat', () => on.tick('Anna Arvioija', 'Bo Bedömare', 'Carl Jävig'))
  await on.follow('Hakulomake')
  await on.follow('Lomakkeiden sivulle')
  await makeForm(on)
  await toSetup(on)
  await on.follow('Arviointi')
  await on.follow('Valintaperusteiden sivulle')
  await makeCriteria(on)
  await toSetup(on)
  await part('Hakulomake', () => on.write({ 'Hakemuksen lomake': 'Vihreän siirtymän hakemus (1)' }))
  await on.follow('Katso, mitä puuttuu')
  await on.follow('Valintaperusteita ei ole valittu')
  await on.write({ Valintaperusteet: 'Vihreän siirtymän perusteet (1)', 'Arvioijia hakemusta kohti': '2' })
  await on.press('Tallenna ja palaa')
  await on.sees('Mitään ei puutu')
  await on.follow('Esikatsele hakijana')
  await on.sees('Esikatselu: näin hakija näkee haun', '1 500 000', '60 %')
  await on.follow('Hakulomake')
  await on.sees(question.fi)
  await toSetup(on)
  await on.press('Julkaise tulevana')
  await on.press('Avaa haku')
  await on.sees('Avoinna')
}
