import type { Complaint } from '../../kernel/refusal.ts'
import { inEach, type Language, words } from '../../kernel/text.ts'

/** What stands in the way, and what to do about it. */
export const faultText = words(
  {
    missing: 'Päätöstä ei ole tai et näe sitä. Tarkista osoite.',
    'wrong-state': 'Asian tila on jo muuttunut. Lataa sivu uudelleen ja katso, mitä on tehty.',
    'not-yours': 'Tehtäväsi ei anna oikeutta tähän.',
    'no-reason': 'Kirjoita syy. Se jää päätöksen vaiheisiin.',
    'not-counted':
      'Hakemus ei ole käsiteltävänä: se on peruttu, täydennettävänä tai myöhässä. Ratkaise se ensin hakemuksen sivulla.',
    'not-assessed': 'Arviointi on kesken. Vahvista yhteinen arvio ensin.',
    'assessed-older': 'Hakemusta on täydennetty arvioinnin jälkeen. Arvioi uusin versio ensin.',
    'criterion-failed': 'Yleinen peruste ei täyty, joten rahoitusta ei voi myöntää. Valitse kielteinen.',
    'below-threshold': 'Pisteet jäävät alle kynnyksen, joten rahoitusta ei voi myöntää. Valitse kielteinen.',
    'no-grounds': 'Kirjoita perustelut.',
    'no-outcome': 'Valitse ratkaisu.',
    'no-amounts': 'Anna hyväksytyt kustannukset ja tuki.',
    'wrong-partners': 'Summia on toteuttajalle, jota hakemuksessa ei ole. Lataa sivu uudelleen.',
    'partner-over-asked':
      'Toteuttajan tuki tai kustannus on suurempi kuin haettu, tai tuki on suurempi kuin kustannus. Pienennä summaa.',
    'over-rate': 'Tuki ylittää haun enimmäistukiprosentin. Pienennä tukea.',
    'no-rate': 'Haku ei salli tätä kustannusmallia. Valitse toinen.',
    'below-least': 'Tuki on pienempi kuin haun vähimmäistuki.',
    'above-most': 'Tuki on suurempi kuin haun enimmäistuki. Pienennä tukea.',
    'no-dates': 'Anna alkamis- ja päättymispäivä, esimerkiksi 1.3.2027.',
    'dates-backwards': 'Päättymispäivän on oltava alkamispäivän jälkeen.',
    'too-long': 'Toteutusaika on pidempi kuin haku sallii.',
    'over-selection':
      'Tuki on suurempi kuin kaupungin valitsema. Pienennä sitä tai palauta asia kaupungille.',
    'no-selection': 'Kaupungin valinta puuttuu tältä kierrokselta.',
    'city-said-no': 'Kaupunki ei ole valinnut hanketta, joten rahoitusta ei voi myöntää.',
    'prepared-it': 'Olet valmistellut asiaa, joten et voi päättää siitä. Pyydä toista päättäjää.',
    'selected-it':
      'Olet tehnyt kaupungin valinnan, joten et voi tehdä liiton päätöstä. Pyydä toista päättäjää.',
    'must-declare': 'Vahvista ensin, oletko esteellinen tässä asiassa.',
    'must-answer': 'Vastaa ensin sidonnaisuuksiin, jotka palvelu löysi tästä asiasta.',
    barred: 'Olet esteellinen tässä asiassa (hallintolaki 28 §). Sijainen päättää.',
    'bad-amount': 'Kirjoita summa numeroina, esimerkiksi 12 500,50.',
    'bad-day': 'Päivä ei kelpaa. Kirjoita esimerkiksi 1.3.2027.',
    'no-meeting': 'Kokousta ei ole, tai se ei ole auki. Avaa kokous ensin.',
    'not-on-agenda': 'Asia ei ole kokouksen esityslistalla.',
    'not-taken': 'Ota asia ensin käsittelyyn kokouksessa.',
    'somebody-in-conflict':
      'Läsnä on joku, jonka esteettömyyttä ei ole vahvistettu. Hänen on ilmoitettava esteestä ja poistuttava kohdan ajaksi, tai vahvistettava ettei estettä ole.',
    'not-present': 'Kirjaa itsesi ensin läsnä olevaksi.',
    'no-quorum':
      'Päätösvaltaisia on liian vähän läsnä tässä asiassa. Kutsu varajäsen esteellisen tilalle tai siirrä asia toiseen kokoukseen.',
    'not-movable': 'Tätä ei voi siirtää eikä poistaa.',
    'decided-here': 'Asia on jo päätetty tässä kokouksessa.',
    'not-waiting': 'Asia ei odota tätä kokousta, tai se on jo toisella esityslistalla.',
    'no-item': 'Kirjoita asian nimi tai valitse päätettävä asia.',
    'no-deputy': 'Valitse kokoukseen kutsuttu varajäsen, joka ei itse ole esteellinen.',
    'bad-number': 'Kirjoita luku väliltä 1–200 tai jätä tyhjäksi.',
    'no-guidance':
      'Muutoksenhakuohje puuttuu. Kirjoita se kirjepohjien sivulle ennen kuin kirjeitä lähetetään.',
    'unknown-field': 'Pohjassa on kenttä, jota ei ole. Korjaa pohja.',
    'no-recipients': 'Hakemuksella ei ole ketään, jolla olisi lähetysoikeus.',
    'sent-already': 'Tämän kierroksen kirje on jo lähetetty.',
    'no-people': 'Valitse vähintään puheenjohtaja.',
    'no-day': 'Anna kokouksen päivä, esimerkiksi 5.3.2027.',
    'not-published': 'Julkaise päätös ensin.',
  },
  {
    sv: {
      missing: 'Beslutet finns inte eller så ser du det inte. Kontrollera adressen.',
      'wrong-state': 'Ärendet har redan gått vidare. Ladda om sidan och se vad som har gjorts.',
      'not-yours': 'Ditt uppdrag ger inte behörighet till detta.',
      'no-reason': 'Skriv en orsak. Den blir kvar i beslutets gång.',
      'not-counted':
        'Ansökan behandlas inte: den är återtagen, ska kompletteras eller kom för sent. Avgör det först på ansökans sida.',
      'not-assessed': 'Bedömningen pågår. Fastställ den gemensamma bedömningen först.',
      'assessed-older': 'Ansökan har kompletterats efter bedömningen. Bedöm den nyaste versionen först.',
      'criterion-failed':
        'Ett allmänt kriterium uppfylls inte, så finansiering kan inte beviljas. Välj avslag.',
      'below-threshold': 'Poängen når inte tröskeln, så finansiering kan inte beviljas. Välj avslag.',
      'no-grounds': 'Skriv en motivering.',
      'no-outcome': 'Välj ett avgörande.',
      'no-amounts': 'Ange godkända kostnader och stöd.',
      'wrong-partners': 'Det finns belopp för en genomförare som inte är med i ansökan. Ladda om sidan.',
      'partner-over-asked':
        'Genomförarens stöd eller kostnad är större än det sökta, eller stödet är större än kostnaden. Minska beloppet.',
      'over-rate': 'Stödet överskrider utlysningens högsta stödprocent. Minska stödet.',
      'no-rate': 'Utlysningen tillåter inte den här kostnadsmodellen. Välj en annan.',
      'below-least': 'Stödet är mindre än utlysningens minsta stöd.',
      'above-most': 'Stödet är större än utlysningens högsta stöd. Minska det.',
      'no-dates': 'Ange start- och slutdag, till exempel 1.3.2027.',
      'dates-backwards': 'Slutdagen ska vara efter startdagen.',
      'too-long': 'Genomförandetiden är längre än utlysningen tillåter.',
      'over-selection':
        'Stödet är större än det som staden har valt. Minska det eller återsänd ärendet till staden.',
      'no-selection': 'Stadens urval saknas för den här omgången.',
      'city-said-no': 'Staden har inte valt projektet, så finansiering kan inte beviljas.',
      'prepared-it': 'Du har berett ärendet och kan därför inte besluta om det. Be en annan beslutsfattare.',
      'selected-it':
        'Du har gjort stadens urval och kan därför inte fatta förbundets beslut. Be en annan beslutsfattare.',
      'must-declare': 'Bekräfta först om du är jävig i ärendet.',
      'must-answer': 'Svara först på de bindningar som tjänsten hittade i ärendet.',
      barred: 'Du är jävig i ärendet (förvaltningslagen 28 §). En ersättare beslutar.',
      'bad-amount': 'Skriv beloppet med siffror, till exempel 12 500,50.',
      'bad-day': 'Dagen duger inte. Skriv till exempel 1.3.2027.',
      'no-meeting': 'Mötet finns inte eller är inte öppet. Öppna mötet först.',
      'not-on-agenda': 'Ärendet finns inte på mötets föredragningslista.',
      'not-taken': 'Ta först upp ärendet på mötet.',
      'somebody-in-conflict':
        'Någon närvarande har inte bekräftat sin jävfrihet. Personen ska anmäla jäv och lämna mötet under punkten, eller bekräfta att det inte finns något jäv.',
      'not-present': 'Anteckna dig först som närvarande.',
      'no-quorum':
        'För få beslutande är närvarande i ärendet. Kalla in en ersättare för den jäviga eller bordlägg ärendet.',
      'not-movable': 'Det här kan inte flyttas eller tas bort.',
      'decided-here': 'Ärendet har redan avgjorts på det här mötet.',
      'not-waiting':
        'Ärendet väntar inte på det här mötet, eller så finns det redan på en annan föredragningslista.',
      'no-item': 'Skriv vad ärendet heter eller välj ett ärende som ska avgöras.',
      'no-deputy': 'Välj en ersättare som är kallad till mötet och som inte själv är jävig.',
      'bad-number': 'Skriv ett tal mellan 1 och 200 eller lämna tomt.',
      'no-guidance':
        'Anvisning om ändringssökande saknas. Skriv den på sidan för brevmallar innan brev skickas.',
      'unknown-field': 'Mallen har ett fält som inte finns. Rätta mallen.',
      'no-recipients': 'Ansökan har ingen med rätt att lämna in den.',
      'sent-already': 'Brevet för den här omgången har redan skickats.',
      'no-people': 'Välj åtminstone ordförande.',
      'no-day': 'Ange mötets dag, till exempel 5.3.2027.',
      'not-published': 'Publicera beslutet först.',
    },
    en: {
      missing: 'There is no such decision, or you may not see it. Check the address.',
      'wrong-state': 'The matter has moved on already. Reload the page and see what has been done.',
      'not-yours': 'Your office does not give you the right to do this.',
      'no-reason': 'Write a reason. It stays in the trail of the decision.',
      'not-counted':
        'The application is not being handled: it was withdrawn, waits for completion or came late. Settle that on its page first.',
      'not-assessed': 'The assessment is not ready. Settle the joint assessment first.',
      'assessed-older':
        'The application was completed after it was assessed. Assess the newest version first.',
      'criterion-failed': 'A general criterion is not met, so no funding can be granted. Choose “no”.',
      'below-threshold': 'The points do not reach the threshold, so no funding can be granted. Choose “no”.',
      'no-grounds': 'Write the grounds.',
      'no-outcome': 'Choose the outcome.',
      'no-amounts': 'Give the accepted costs and the grant.',
      'wrong-partners': 'There are amounts for a partner that is not in the application. Reload the page.',
      'partner-over-asked':
        'A partner’s grant or cost is more than was asked, or the grant is more than the cost. Make it smaller.',
      'over-rate': 'The grant is over the highest aid rate of the call. Make it smaller.',
      'no-rate': 'The call does not allow this cost model. Choose another.',
      'below-least': 'The grant is smaller than the call’s smallest grant.',
      'above-most': 'The grant is larger than the call’s largest grant. Make it smaller.',
      'no-dates': 'Give the day it starts and the day it ends, such as 1.3.2027.',
      'dates-backwards': 'It must end after it starts.',
      'too-long': 'It takes longer than the call allows.',
      'over-selection':
        'The grant is more than the city selected. Make it smaller, or return the matter to the city.',
      'no-selection': 'The city’s selection of this round is missing.',
      'city-said-no': 'The city has not selected the project, so no funding can be granted.',
      'prepared-it': 'You have prepared this matter, so you cannot decide it. Ask another decider.',
      'selected-it':
        'You made the city’s selection, so you cannot take the council’s decision. Ask another decider.',
      'must-declare': 'First say whether you have a conflict of interest in this matter.',
      'must-answer': 'First answer the ties that the product found in this matter.',
      barred:
        'You have a conflict of interest here (Administrative Procedure Act, section 28). A deputy decides.',
      'bad-amount': 'Write the amount in digits, such as 12 500,50.',
      'bad-day': 'The day is not valid. Write it like 1.3.2027.',
      'no-meeting': 'There is no such meeting, or it is not open. Open the meeting first.',
      'not-on-agenda': 'The matter is not on the agenda of the meeting.',
      'not-taken': 'Take the matter up in the meeting first.',
      'somebody-in-conflict':
        'Somebody present has not been found free of conflict. They must declare it and leave for the item, or declare that they have none.',
      'not-present': 'Note yourself as present first.',
      'no-quorum':
        'Too few who may decide are present for this matter. Call a deputy for who stands aside, or leave the matter for another meeting.',
      'not-movable': 'This cannot be moved or taken off.',
      'decided-here': 'The matter has been decided in this meeting already.',
      'not-waiting': 'The matter does not wait for this meeting, or is on another agenda already.',
      'no-item': 'Write what the matter is called, or choose one to be decided.',
      'no-deputy': 'Choose a deputy who is called to the meeting and has no conflict of interest.',
      'bad-number': 'Write a number from 1 to 200, or leave it empty.',
      'no-guidance':
        'The appeal guidance is missing. Write it on the page of letter templates before letters are sent.',
      'unknown-field': 'The template has a field that does not exist. Correct the template.',
      'no-recipients': 'Nobody of the application has the right to send it.',
      'sent-already': 'The letter of this round has been sent already.',
      'no-people': 'Choose at least who chairs.',
      'no-day': 'Give the day of the meeting, such as 5.3.2027.',
      'not-published': 'Publish the decision first.',
    },
  },
)

export type SaidFault = keyof (typeof faultText)['fi']

export const sayFault = (is: SaidFault, language: Language): string => faultText[language][is]

export const complaint = ({ is, field }: { is: SaidFault; field?: string }): Complaint => ({
  ...(field && { field }),
  text: inEach((language) => sayFault(is, language)),
})
