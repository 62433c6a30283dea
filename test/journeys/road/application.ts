import { callName, question } from './call.ts'
import type { Walker } from './walker.ts'

export const projectName = 'Klimatsmarta kvarter'
export const partnerEmail = 'pekka@kumppani.example'

/** The lead writes, on a phone and in Swedish, everything but what the partner alone knows; and invites the partner. */
export async function beginApplication(on: Walker): Promise<void> {
  await on.follow('Sök finansiering')
  await on.follow(callName.sv)
  await on.follow('Börja en ansökan')
  await on.press('Börja på en ny ansökan')
  await on.follow('Sökande')
  await on.write({
    'Organisationens officiella namn': 'Försökets universitet',
    'FO-nummer': '2345678-0',
    'Typ av organisation': 'Universitet eller yrkeshögskola',
    Utdelningsadress: 'Provgatan 1',
    Postnummer: '00100',
    Postort: 'Helsingfors',
    'Kontonummer (IBAN)': 'FI21 1234 5600 0007 85',
    Telefon: '040 123 4567',
  })
  const next = () => on.press('Spara och fortsätt')
  await next()
  await on.press(/^Lägg till en rad/)
  await on.write({
    'Rad 1 > Organisation': 'Försökets universitet',
    'Rad 1 > FO-nummer': '2345678-0',
    'Rad 1 > Roll': 'Huvudgenomförare',
    'Rad 1 > Uppgift i projektet': 'Leder och mäter.',
    'Rad 2 > Organisation': 'Kokeilun Kumppani Oy',
    'Rad 2 > FO-nummer': '3456781-4',
    'Rad 2 > Roll': 'Delgenomförare',
    'Rad 2 > Uppgift i projektet': 'Bygger och tar i bruk.',
    'Rad 2 > Kontaktperson': 'Pekka Kumppani',
    'Rad 2 > E-post': partnerEmail,
    'Hur arbetet är fördelat och hur projektet leds': 'Universitetet leder; styrgruppen möts varje kvartal.',
  })
  await next()
  await on.write({
    'Projektets namn': projectName,
    Börjar: '1.3.2027',
    Slutar: '28.2.2029',
    'Offentligt sammandrag': 'Kvarteren mäter sina utsläpp och minskar dem tillsammans med invånarna.',
  })
  await on.tick(
    '1.1 Förbättrande av forsknings- och innovationskapaciteten och av införandet av avancerad teknik',
    'Smarta och hållbara stadslösningar',
  )
  await next()
  await on.write({
    'Vilket behov projektet svarar på': 'Städerna har bett om mätbara minskningar.',
    'Hur projektet genomför ekosystemavtalet': 'Staden är försöksmiljö.',
    [question.sv]: 'Stadsmiljösektorn.',
  })
  await next()
  await on.write({
    'Projektets mål': 'Utsläppen minskar med en femtedel i tre kvarter.',
    Målgrupp: 'Invånare och husbolag.',
    'Hur projektet främjar jämställdhet, likabehandling och hållbar utveckling': 'Alla kan delta.',
  })
  await next()
  await on.write({
    'Rad 1 > Arbetspaket': 'Mätning och försök',
    'Rad 1 > Ansvarig': 'Försökets universitet',
    'Rad 1 > Börjar': '1.3.2027',
    'Rad 1 > Slutar': '28.2.2029',
    'Rad 1 > Åtgärder': 'Vi mäter, prövar och mäter igen.',
    'Rad 1 > Resultat': 'En modell som andra städer kan använda.',
  })
  await next()
  await on.write({
    'Indikator, Rad 1': 'RCO01',
    'Enhet, Rad 1': 'företag',
    'Utgångsvärde, Rad 1': '0',
    'Målvärde, Rad 1': '12',
    'Hur det verifieras, Rad 1': 'Avtal',
  })
  await next()
  await on.write({
    'Lönekostnader, Försökets universitet': '100 000,50',
    'Motivering av kostnaderna': 'Två forskare i två år.',
  })
  await next()
  await on.write({
    'Stöd som söks (EU och staten), Försökets universitet': '84 000,42',
    'Egen finansiering, Försökets universitet': '56 000,28',
    'Stöd som söks (EU och staten), Kokeilun Kumppani Oy': '42 000',
    'Egen finansiering, Kokeilun Kumppani Oy': '28 000',
  })
  await on.tick('Nej')
  await next()
  await on.tick(/^Försökets universitet och dess anknutna/)
  await next()
  await on.press(/^Lägg till en rad/)
  for (const [row, organisation] of [
    ['Rad 1', 'Försökets universitet'],
    ['Rad 2', 'Kokeilun Kumppani Oy'],
  ])
    await on.write({
      [`${row} > Organisation`]: organisation!,
      [`${row} > Vad fortsätter efter projektet`]: 'Mätningen.',
      [`${row} > Vem betalar`]: 'Organisationen själv',
      [`${row} > Vem äger resultaten`]: 'De är öppna',
      [`${row} > Belägg för förbindelsen`]: 'Avtal 12.11.2026',
    })
  await next()
  await next()
  await on.tick(/uppgifterna i ansökan är riktiga/, /tillräckliga ekonomiska/, /uppgifterna om projektet/)
  await on.press('Spara och gå till avsnitten')
  await on.follow('Kontrollera och lämna in')
  await on.sees('4 brister', 'Kokeilun Kumppani Oy: skriv kostnaderna.')
  await on.follow(projectName)
  await on.follow('Personer')
  await on.write({ 'E-postadress': partnerEmail })
  await on.press('Skicka inbjudan')
  await on.sees(partnerEmail)
}

/** The partner comes by the mailed invitation, without script, and tells what the partner alone knows. */
export async function joinAsPartner(on: Walker): Promise<void> {
  await on.openMailed(/Inbjudan/)
  await on.follow(/Suomi/)
  await on.write({ Nimesi: 'Pekka Kumppani' })
  await on.press('Jatka kirjautumiseen')
  await on.press('Kirjaudu sisään')
  await on.press('Hyväksy kutsu')
  await on.follow('Budjetti')
  await on.write({ 'Palkkakustannukset, Kokeilun Kumppani Oy': '50 000' })
  await on.press('Tallenna ja jatka')
  await on.sees('210 000,70')
  await on.follow(projectName)
  await on.follow('Vähämerkityksinen tuki')
  await on.tick(/^Kokeilun Kumppani Oy/)
  await on.press('Tallenna ja jatka')
  await on.seesNot('Tarkista ja lähetä')
}

export async function submitApplication(on: Walker): Promise<void> {
  await on.follow(projectName)
  await on.follow('Kontrollera och lämna in')
  await on.press('Lämna in ansökan')
  await on.sees('hev-2027-1/1')
}
