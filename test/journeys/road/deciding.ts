import { projectName } from './application.ts'
import { callName, toSetup } from './call.ts'
import type { Walker } from './walker.ts'

export async function propose(on: Walker): Promise<void> {
  await on.home()
  await toSetup(on)
  await on.follow('Päätökset')
  await on.follow(projectName)
  await on.follow('Vie kaupungin valittavaksi')
  await on.tick('Myönteinen')
  await on.write({
    Perustelut: 'Täyttää valintaperusteet.',
    Alkaa: '1.3.2027',
    Päättyy: '28.2.2029',
    Kustannusmalli: 'Prosenttimääräinen korvaus 40 % palkkakustannuksista',
  })
  await on.press('Vie kaupungin valittavaksi')
  await on.sees('Kaupungin valittavana')
}

/** The chair calls the meeting; a member who is conflicted says so in the room. */
export async function openMeeting(on: Walker, day: string): Promise<void> {
  await on.follow('Kokoukset')
  await on.follow('Valmistele kokous')
  await on.write({
    Päivä: day,
    Kello: '10.00',
    Paikka: 'Kaupungintalo',
    Puheenjohtaja: 'Kirsi Kaupunki',
    Sihteeri: 'Kaisa Koordinaattori',
  })
  await on.press('Tallenna kokous')
  await on.press('Lähetä esityslista')
  await on.follow('Esityslista')
  await on.sees(projectName)
  await on.home()
  await toMeeting(on)
  await on.press('Avaa kokous')
  for (const name of ['Kirsi Kaupunki', 'Kerttu Kaupunki', 'Kalle Kaupunki', 'Kaisa Koordinaattori'])
    await on.press(new RegExp(`^Läsnä\\W+${name}$`))
  await on.press(new RegExp(`^Ota käsittelyyn\\W+${projectName}`))
}

async function toMeeting(on: Walker): Promise<void> {
  await on.follow('Kokoukset')
  await on.follow(/ohjausryhmän kokous/)
}

/** In the room, for the item. */
export async function declareInRoom(on: Walker, conflicted: boolean): Promise<void> {
  await on.home()
  await toMeeting(on)
  await on.follow(/^Esteellisyys tässä kohdassa/)
  await on.tick(conflicted ? 'Olen esteellinen' : 'En ole esteellinen')
  if (conflicted) {
    await on.page.getByLabel(/^Peruste/).selectOption('5')
    await on.write({ 'Lyhyesti miksi': 'Hallituksen jäsen osatoteuttajassa.' })
  }
  await on.press('Esteellisyys tässä kohdassa')
}

export async function select(on: Walker): Promise<void> {
  await on.follow(new RegExp(`^${projectName}`))
  await on.follow('Kirjaa kaupungin valinta')
  await on.press('Kirjaa kaupungin valinta')
  await on.sees('Liiton päätettävänä', 'Kirsi Kaupunki, Kaupungin päättäjä')
  await on.follow('Tarkista allekirjoitus')
  await on.home()
  await toMeeting(on)
  await on.press('Päätä kokous')
  await on.follow('Pöytäkirja')
  await on.sees('Kalle Kaupunki', '28 § 1 mom. 5 kohta', '126 000,42 €', 'SHA-256')
  await on.follow('svenska')
}

/** The council checks, decides and publishes; the letter is seen before it goes. */
export async function decide(on: Walker): Promise<void> {
  await on.follow(new RegExp(projectName))
  await on.follow('Esteettömyys')
  await on.tick('En ole esteellinen')
  await on.press('Anna ilmoitus')
  await on.home()
  await on.follow(new RegExp(projectName))
  await on.follow('Tee rahoituspäätös')
  await on.press('Tee rahoituspäätös')
  await on.press('Julkaise päätös')
  await on.sees('Julkaistu', 'Liisa Liitto, Liiton käsittelijä')
  await on.follow('Esikatsele kirje')
  await on.sees('Muutoksenhakuohje puuttuu')
  await on.follow('Kirjepohjat ja muutoksenhakuohje')
  await on.write({
    'Muutoksenhakuohje, suomi': 'Oikaisua voi hakea maakuntahallitukselta 14 päivän kuluessa.',
    'Muutoksenhakuohje, svenska': 'Omprövning kan begäras hos landskapsstyrelsen inom 14 dagar.',
  })
  await on.press('Tallenna pohjat')
  await on.home()
  await on.follow(new RegExp(projectName))
  await on.follow('Esikatsele kirje')
  await on.sees('126 000,42', 'Omprövning kan begäras')
  await on.press('Lähetä kirje')
}

/** What a visitor finds of it: the register, the decision, the project and its past. */
export async function visit(on: Walker, language: 'fi' | 'sv'): Promise<void> {
  const [calls, register] = { fi: ['Haut', 'Päätösrekisteri'], sv: ['Utlysningar', 'Beslutsregister'] }[
    language
  ] as [string, string]
  await on.front()
  await on.follow(calls)
  await on.follow(register)
  await on.sees(projectName, callName[language], 'Försökets universitet', '126 000,42')
  await on.follow(projectName)
  await on.sees('Liisa Liitto', '210 000,70')
  await on.follow(projectName)
  await on.sees('Försökets universitet', 'Kokeilun Kumppani Oy', '126 000')
  expectPath(on, '/projects/')
  await on.followTo('/decisions/')
  await on.sees('Liisa Liitto')
}

function expectPath(on: Walker, part: string): void {
  if (!on.page.url().includes(part)) throw new Error(`${on.page.url()} is not under ${part}`)
}
