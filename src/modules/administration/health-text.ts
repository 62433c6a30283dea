import { formatCount, type Language, words } from '../../kernel/text.ts'
import type { Finding } from './rules.ts'

type Facts = Finding['facts']
const n = (value: string | number | undefined) => String(value ?? '')
const gigabytes = (bytes: string | number | undefined, comma: string) =>
  (Number(bytes ?? 0) / 1024 ** 3).toFixed(1).replace('.', comma)

/** What each check is called, what it saw and, after "¦", what to do when it is not well. */
export const healthText = words(
  {
    names: {
      database: 'Tietokanta',
      migrations: 'Tietokannan rakenne',
      extensions: 'Tietokannan laajennukset',
      audit: 'Tapahtumaloki',
      backup: 'Varmuuskopio',
      summaries: 'Koontitaulut',
      jobs: 'Työt',
      mails: 'Viestit',
      mail: 'Postipalvelin',
      address: 'Julkinen osoite',
      contact: 'Yhteysosoite',
      disk: 'Levytila',
      folder: 'Tietokansio',
      files: 'Liitetiedostot',
      rights: 'Avainten suojaus',
      clock: 'Kello',
      node: 'Node.js',
    },
    health: { ok: 'Kunnossa', warn: 'Katsottava', bad: 'Ei kunnossa' },
    broken: (why: string) => `Tarkistus ei onnistunut: ${why}`,
    said: {
      database: (f: Facts) =>
        f.why !== undefined
          ? `Tietokantaan ei saada yhteyttä: ${n(f.why)}. Tarkista, että palvelin on käynnissä ja DATABASE_URL on oikein.`
          : `PostgreSQL ${n(f.version)}${f.embedded ? ' (oma, mukana tuleva)' : ''}, ${gigabytes(f.bytes, ',')} Gt. ¦Vähintään versio 15 tarvitaan.`,
      migrations: (f: Facts) =>
        f.unknown
          ? `Tietokanta on uudemman Talkootin tekemä (${n(f.unknown)}). Asenna uudempi versio.`
          : f.pending
            ? `Tekemättä: ${n(f.pending)}. Ota varmuuskopio ja käynnistä palvelin, niin ne tehdään.`
            : 'Tietokanta on tämän version mukainen.',
      extensions: (_f: Facts) =>
        'pg_trgm.¦pg_trgm tarvitaan kirjoitusvirheistä huolimatta löytävään hakuun: create extension pg_trgm.',
      audit: (f: Facts) =>
        f.first
          ? `Ketju on poikki riviltä ${n(f.first)} alkaen: rivejä on muutettu tai poistettu. Selvitä, kuka on päässyt tietokantaan, ja vertaa varmuuskopioon.`
          : f.read
            ? `${n(f.entries)} riviä, yksikään ei ole muuttunut eikä poissa.`
            : `${n(f.entries)} riviä. Tarkista ketju komennolla talkoot audit verify.`,
      backup: (f: Facts) =>
        f.demo
          ? 'Esittelyaineistoa ei tarvitse varmuuskopioida. Oikeassa käytössä talkoot backup TIEDOSTO ajastetaan joka yöksi.'
          : Number(f.days) < 0
            ? 'Varmuuskopiota ei ole otettu. Ajasta komento talkoot backup TIEDOSTO joka yöksi ja säilytä kopiot muualla.'
            : `Viimeisin on ${n(f.days)} päivää vanha: ${n(f.file)}. ¦Ajasta komento talkoot backup joka yöksi.`,
      summaries: (f: Facts) =>
        `Hankkeita on ${n(f.projects)}, koontitauluissa ${n(f.counted)}. ¦Jos luvut eroavat, tuo jokin luettelo uudelleen tai palauta varmuuskopio ja ilmoita meille.`,
      jobs: (f: Facts) =>
        `Jumittuneita ${n(f.silent)}, yli 10 minuuttia odottaneita ${n(f.waiting)}, viikon aikana epäonnistuneita ${n(f.failed)}. ¦Jos työt odottavat, käynnistä palvelin uudelleen; epäonnistuneen voi yrittää uudelleen Työt-sivulla.`,
      mails: (f: Facts) =>
        `Viikon aikana epäonnistuneita ${n(f.failed)}, odottavia ${n(f.waiting)}, vain täällä luettavia ${n(f.kept)}.`,
      mail: (f: Facts) =>
        !f.server
          ? 'Postipalvelinta ei ole asetettu. Viestit jäävät tänne luettaviksi. Aseta TALKOOT_MAIL.'
          : f.why
            ? `${n(f.server)} ei vastaa: ${n(f.why)}. Tarkista osoite, portti ja palomuuri.`
            : `${n(f.server)} vastaa.`,
      address: (f: Facts) =>
        ({
          local: `${n(f.address)}: vain tällä koneella.`,
          secure: `${n(f.address)}, suojattu yhteys.`,
          unset: `Palvelin kuuntelee osoitetta ${n(f.host)}, mutta julkista osoitetta ei ole asetettu. Aseta TALKOOT_BASE_URL.`,
          plain: `${n(f.address)} ei ole suojattu. Laita eteen välityspalvelin, jolla on varmenne, ja aseta https-osoite.`,
        })[n(f.said)] ?? '',
      contact: (f: Facts) =>
        f.to
          ? `${n(f.to)}`
          : 'Osoitetta ei ole asetettu, joten palautetta ei voi antaa. Aseta TALKOOT_CONTACT.',
      disk: (f: Facts) => `Vapaana ${gigabytes(f.free, ',')} Gt. ¦Vapauta tilaa, jos alle 2 Gt.`,
      folder: (f: Facts) =>
        f.why
          ? `Kansioon ${n(f.folder)} ei voi kirjoittaa (${n(f.why)}). Anna kirjoitusoikeus käyttäjälle, jolla Talkoot ajetaan, ja tarkista, ettei levy ole täynnä.`
          : `${n(f.folder)}`,
      files: (f: Facts) =>
        `Liitteitä ${n(f.files)}, levyltä puuttuu ${n(f.missing)}. ¦Palauta kansio ${n(f.folder)} varmuuskopiosta: puuttuvia liitteitä ei voi avata.`,
      rights: (f: Facts) =>
        f.files
          ? `Muutkin kuin omistaja voivat lukea avaimet: ${n(f.files)}. Rajaa oikeudet komennolla chmod 600.`
          : f.missing
            ? `Avaintiedostoa ${n(f.missing)} ei ole. Uudessa asennuksessa se syntyy käynnistettäessä; muuten palauta se varmuuskopiosta ennen käynnistystä, sillä ilman sitä kirjautumisen koodeja ja webhookien salaisuuksia ei voi lukea.`
            : 'Vain omistaja voi lukea avaimet.',
      clock: (f: Facts) => `Ero tietokannan kelloon ${n(f.seconds)} s. ¦Aseta kellot aikapalvelimen mukaan.`,
      node: (f: Facts) => `Versio ${n(f.version)}. ¦Vähintään 20.19 tarvitaan.`,
    },
  },
  {
    sv: {
      names: {
        database: 'Databas',
        migrations: 'Databasens struktur',
        extensions: 'Databasens tillägg',
        audit: 'Händelselogg',
        backup: 'Säkerhetskopia',
        summaries: 'Sammandragstabeller',
        jobs: 'Jobb',
        mails: 'Meddelanden',
        mail: 'E-postserver',
        address: 'Offentlig adress',
        contact: 'Kontaktadress',
        disk: 'Diskutrymme',
        folder: 'Datamapp',
        files: 'Bilagornas filer',
        rights: 'Skydd av nycklar',
        clock: 'Klocka',
        node: 'Node.js',
      },
      health: { ok: 'I skick', warn: 'Bör ses över', bad: 'Inte i skick' },
      broken: (why: string) => `Kontrollen misslyckades: ${why}`,
      said: {
        database: (f: Facts) =>
          f.why !== undefined
            ? `Databasen kan inte nås: ${n(f.why)}. Kontrollera att servern är i gång och att DATABASE_URL är rätt.`
            : `PostgreSQL ${n(f.version)}${f.embedded ? ' (egen, medföljande)' : ''}, ${gigabytes(f.bytes, ',')} GB. ¦Minst version 15 behövs.`,
        migrations: (f: Facts) =>
          f.unknown
            ? `Databasen är gjord av ett nyare Talkoot (${n(f.unknown)}). Installera en nyare version.`
            : f.pending
              ? `Inte gjorda: ${n(f.pending)}. Ta en säkerhetskopia och starta servern, så görs de.`
              : 'Databasen motsvarar den här versionen.',
        extensions: (_f: Facts) =>
          'pg_trgm.¦pg_trgm behövs för sökning som tål skrivfel: create extension pg_trgm.',
        audit: (f: Facts) =>
          f.first
            ? `Kedjan är bruten från rad ${n(f.first)}: rader har ändrats eller tagits bort. Ta reda på vem som har kommit åt databasen och jämför med säkerhetskopian.`
            : f.read
              ? `${n(f.entries)} rader, ingen är ändrad eller borta.`
              : `${n(f.entries)} rader. Kontrollera kedjan med kommandot talkoot audit verify.`,
        backup: (f: Facts) =>
          f.demo
            ? 'Demomaterialet behöver ingen säkerhetskopia. I verkligt bruk körs talkoot backup FIL varje natt.'
            : Number(f.days) < 0
              ? 'Ingen säkerhetskopia har tagits. Kör talkoot backup FIL varje natt och förvara kopiorna på annat ställe.'
              : `Den senaste är ${n(f.days)} dagar gammal: ${n(f.file)}. ¦Kör talkoot backup varje natt.`,
        summaries: (f: Facts) =>
          `Det finns ${n(f.projects)} projekt, i sammandragstabellerna ${n(f.counted)}. ¦Om talen skiljer sig, hämta in en förteckning på nytt eller återställ säkerhetskopian och meddela oss.`,
        jobs: (f: Facts) =>
          `Stannat ${n(f.silent)}, väntat över 10 minuter ${n(f.waiting)}, misslyckade under veckan ${n(f.failed)}. ¦Om jobben väntar, starta om servern; ett misslyckat jobb kan köras på nytt på sidan Jobb.`,
        mails: (f: Facts) =>
          `Inte skickade: misslyckade under veckan ${n(f.failed)}, väntar ${n(f.waiting)}, kan läsas här ${n(f.kept)}.`,
        mail: (f: Facts) =>
          !f.server
            ? 'Ingen e-postserver har angetts. Meddelandena blir kvar här för läsning. Ange TALKOOT_MAIL.'
            : f.why
              ? `${n(f.server)} svarar inte: ${n(f.why)}. Kontrollera adress, port och brandvägg.`
              : `${n(f.server)} svarar.`,
        address: (f: Facts) =>
          ({
            local: `${n(f.address)}: bara på den här datorn.`,
            secure: `${n(f.address)}, skyddad förbindelse.`,
            unset: `Servern lyssnar på ${n(f.host)}, men ingen offentlig adress har angetts. Ange TALKOOT_BASE_URL.`,
            plain: `${n(f.address)} är inte skyddad. Sätt en proxyserver med certifikat framför och ange en https-adress.`,
          })[n(f.said)] ?? '',
        contact: (f: Facts) =>
          f.to ? `${n(f.to)}` : 'Ingen adress har angetts, så respons kan inte ges. Ange TALKOOT_CONTACT.',
        disk: (f: Facts) => `${gigabytes(f.free, ',')} GB ledigt. ¦Frigör utrymme om det är under 2 GB.`,
        folder: (f: Facts) =>
          f.why
            ? `Det går inte att skriva i mappen ${n(f.folder)} (${n(f.why)}). Ge den användare som kör Talkoot skrivrätt och se till att disken inte är full.`
            : `${n(f.folder)}`,
        files: (f: Facts) =>
          `Bilagor ${n(f.files)}, saknas på disken ${n(f.missing)}. ¦Återställ mappen ${n(f.folder)} från en säkerhetskopia: bilagor som saknas kan inte öppnas.`,
        rights: (f: Facts) =>
          f.files
            ? `Också andra än ägaren kan läsa nycklarna: ${n(f.files)}. Begränsa rättigheterna med chmod 600.`
            : f.missing
              ? `Nyckelfilen ${n(f.missing)} saknas. I en ny installation skapas den vid starten; annars återställ den från en säkerhetskopia före starten, för utan den kan inloggningens koder och webhookarnas hemligheter inte läsas.`
              : 'Bara ägaren kan läsa nycklarna.',
        clock: (f: Facts) =>
          `Skillnaden mot databasens klocka är ${n(f.seconds)} s. ¦Ställ klockorna efter en tidsserver.`,
        node: (f: Facts) => `Version ${n(f.version)}. ¦Minst 20.19 behövs.`,
      },
    },
    en: {
      names: {
        database: 'Database',
        migrations: 'Shape of the database',
        extensions: 'Extensions of the database',
        audit: 'Audit',
        backup: 'Backup',
        summaries: 'Summary tables',
        jobs: 'Jobs',
        mails: 'Mails',
        mail: 'Mail server',
        address: 'Public address',
        contact: 'Contact',
        disk: 'Disk space',
        folder: 'Data folder',
        files: 'Attached files',
        rights: 'Protection of keys',
        clock: 'Clock',
        node: 'Node.js',
      },
      health: { ok: 'Fine', warn: 'See to it', bad: 'Wrong' },
      broken: (why: string) => `It could not be looked at: ${why}`,
      said: {
        database: (f: Facts) =>
          f.why !== undefined
            ? `The database cannot be reached: ${n(f.why)}. See that the server runs and DATABASE_URL is right.`
            : `PostgreSQL ${n(f.version)}${f.embedded ? ' (the embedded one)' : ''}, ${gigabytes(f.bytes, '.')} GB. ¦Version 15 or newer is needed.`,
        migrations: (f: Facts) =>
          f.unknown
            ? `The database was made by a newer Talkoot (${n(f.unknown)}). Install a newer version.`
            : f.pending
              ? `Not done yet: ${n(f.pending)}. Take a backup and start the server: it does them.`
              : 'The database is as this version wants it.',
        extensions: (_f: Facts) =>
          'pg_trgm.¦pg_trgm is needed for search that forgives misspelling: create extension pg_trgm.',
        audit: (f: Facts) =>
          f.first
            ? `The chain is broken from row ${n(f.first)} on: rows were changed or removed. Find out who has been in the database, and compare with a backup.`
            : f.read
              ? `${n(f.entries)} rows, none changed or missing.`
              : `${n(f.entries)} rows. Prove the chain with talkoot audit verify.`,
        backup: (f: Facts) =>
          f.demo
            ? 'The demo data need no backup. In real use, talkoot backup FILE runs every night.'
            : Number(f.days) < 0
              ? 'No backup has been taken. Run talkoot backup FILE every night, and keep the copies elsewhere.'
              : `The last is ${n(f.days)} days old: ${n(f.file)}. ¦Run talkoot backup every night.`,
        summaries: (f: Facts) =>
          `There are ${n(f.projects)} projects, ${n(f.counted)} in the summary tables. ¦Where these differ, bring a list in again or restore a backup, and tell us.`,
        jobs: (f: Facts) =>
          `Stuck ${n(f.silent)}, waiting over 10 minutes ${n(f.waiting)}, failed within a week ${n(f.failed)}. ¦Where jobs wait, start the server again; one that failed can be tried again on the page Jobs.`,
        mails: (f: Facts) =>
          `Not sent: failed within a week ${n(f.failed)}, waiting ${n(f.waiting)}, to be read here ${n(f.kept)}.`,
        mail: (f: Facts) =>
          !f.server
            ? 'No mail server is set. Mails stay here to be read. Set TALKOOT_MAIL.'
            : f.why
              ? `${n(f.server)} does not answer: ${n(f.why)}. Check the address, the port and the firewall.`
              : `${n(f.server)} answers.`,
        address: (f: Facts) =>
          ({
            local: `${n(f.address)}: on this machine alone.`,
            secure: `${n(f.address)}, over TLS.`,
            unset: `The server listens on ${n(f.host)}, but no public address is set. Set TALKOOT_BASE_URL.`,
            plain: `${n(f.address)} is not encrypted. Put a proxy with a certificate before it, and set an https address.`,
          })[n(f.said)] ?? '',
        contact: (f: Facts) =>
          f.to ? `${n(f.to)}` : 'No address is set, so nobody can give feedback. Set TALKOOT_CONTACT.',
        disk: (f: Facts) => `${gigabytes(f.free, '.')} GB free. ¦Make room when it is below 2 GB.`,
        folder: (f: Facts) =>
          f.why
            ? `The folder ${n(f.folder)} cannot be written to (${n(f.why)}). Give the user that runs Talkoot the right to write there, and see that the disk is not full.`
            : `${n(f.folder)}`,
        files: (f: Facts) =>
          `${n(f.files)} attachments, ${n(f.missing)} missing from the disk. ¦Bring the folder ${n(f.folder)} back from a backup: what is missing cannot be opened.`,
        rights: (f: Facts) =>
          f.files
            ? `Others than the owner can read the keys: ${n(f.files)}. Narrow their rights with chmod 600.`
            : f.missing
              ? `The key file ${n(f.missing)} is not there. A new installation makes it when it starts; else bring it back from a backup before you start, for without it the codes of sign-in and the secrets of webhooks cannot be read.`
              : 'Only the owner can read the keys.',
        clock: (f: Facts) =>
          `${n(f.seconds)} s from the clock of the database. ¦Set the clocks by a time server.`,
        node: (f: Facts) => `Version ${n(f.version)}. ¦20.19 or newer is needed.`,
      },
    },
  },
)

/** What a finding says in one language: what was seen and, where it is not well, what to do. */
export function saidOf(finding: Finding, language: Language): string {
  const t = healthText[language]
  const { failed } = finding.facts
  if (typeof failed === 'string') return t.broken(failed)
  const [seen = '', advice = ''] = t.said[finding.check](readable(finding.facts, language)).split('¦')
  return finding.health === 'ok' ? seen.trim() : `${seen}${advice}`
}

/** The facts with their large counts as people write them: 22821 -> "22 821". */
const readable = (facts: Facts, language: Language): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      ['entries', 'projects', 'counted', 'kept'].includes(name)
        ? formatCount(Number(value), language)
        : value,
    ]),
  )
