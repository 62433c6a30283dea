import { findLegalForms } from './legal-forms.ts'
import { isPersonsName } from './persons.ts'
import { placeOf } from './places.ts'
import { fold, foldedWords } from './transliteration.ts'

/**
 * What the words of one part of a list say by themselves: that an organisation, a person, a place or unnamed others
 * stand there, or that the part cannot stand alone and belongs to the name before it. Finnish, Swedish, Danish,
 * Norwegian, English, German.
 */

/** Ends of words that organisations are named with, folded ("handvaerksradet", "teknologikeskus"). */
const organisationWord =
  /(?:kommuner?|kommunen?|kunta|kaupunki|stad|regione?n?|maakunta|universitete?t?|university|universitat|yliopisto|korkeakoulu|hojskole[nr]?|hogskolan?|college|skole[nr]?|skolerne|skolan?|koulu|opisto|gymnasie?t?|gymnasium|instituti?|institute?t|instituttet|instituutti|institute|centere?t?|centre|centret|centrum|zentrum|keskus|center|museum|museet|museo|fonde?n?|foundation|saatio|stiftelsen?|forening(?:en)?|yhdistys|association|forbunde?t?|liitto|rade?t?|council|styrelsen?|virasto|laitos|agency|ministeriet|ministerio|ministry|akademie?t?|akatemia|academy|lufthavn|lentoasema|havn|hamn|satama|netvaerke?t?|natverke?t?|verkosto|network|cluster|klynge|klusteri|forum|selskabe?t?|bolage?t?|bank|pankki|sparekasse|hospitale?t?|sairaala|sjukhus|yhtyma|seura|school|society|kauppakamari|yrittajat|bibliotek|kirjasto|library|theatre|teatteri|teater|hotel|organisationen?|jarjesto|federation|kamari|group|partners|vaeksthus|udvikling|erhverv|industri)$/

/** A legal form, or what it is said with, and nothing that names anybody. */
const formAlone =
  /^(?:(?:den|det)\s+)?(?:erhvervsdrivende\s+|selvejende\s+)?(?:fond|institution|filial|forening|oy|ab|oyj|ry|rf|a\/?s|aps|i\/?s|k\/?s|p\/?s|[afsv]\.?\s?m\.?\s?b\.?\s?a|ltd|inc|llc|gmbh|s\.?a|s\.?r\.?l)\.?$/i

/** A part of the organisation named before it: "afd. 4", "Silkeborg afdeling". */
const unit =
  /^(?:[^\s,;]+\s+)?(?:afd(?:eling(?:en)?)?|avd(?:elning(?:en)?)?|osasto|yksikkö|toimipiste|department|dept|division|unit|campus)\.?(?:\s+\d+.*|\s+[-–].*)?$/iu

const counted =
  /^(?:(?:ca|cirka|noin|n|about|approx|omkring|mindst|minst|vähintään|at least|yli|over|more than|op til|up to|up till|upp till|enintään)\.?\s*)?\d{1,4}(?:\s*[-–]\s*\d{1,4})?\s+(?:\p{Ll}+\s+){0,3}(?:\p{Ll}{4,}|SMEs|SMV|pk-)/u
const unnamed =
  /^(?:m\.?\s?fl|m\.?\s?m|mm|ym|yms|jne|etc|et al|and others|bl\.?\s?a|flere|flera|useita|several|various|diverse|forskellige|øvrige|övriga|andre|andra|muut|muita|others?|lokale|lokala|paikalliset|local|alueen|regionens|regionale|private|yksityiset|virksomheder|yritykset|yrityksiä|företag|companies|smv)(?:[\s.].*)?$/u
const unnamedTail =
  /[\s,]+(?:m\.\s?fl\.?|mfl\.?|m\.\s?m\.?|ym\.?|yms\.?|jne\.?|etc\.?|et al\.?|and others|og andre|och andra|ja muita|ja muut)$/iu

export const hasLegalForm = (text: string): boolean => findLegalForms(foldedWords(text)).kinds.length > 0

/** Whether the words say that an organisation is named. */
export const isOrganisations = (text: string): boolean =>
  hasLegalForm(text) || foldedWords(text).some((word) => organisationWord.test(word))

/** "VTT", "EUC Vest", "3F": a name whose first word is an acronym. */
export const isAcronym = (text: string): boolean => {
  const [first = ''] = text.split(/\s/, 1)
  return /^[\p{Lu}\p{N}][\p{Lu}\p{N}&/-]{1,7}$/u.test(first) && /\p{Lu}/u.test(first)
}

export const isPlace = (text: string): boolean => {
  const words = foldedWords(text)
  return words.length > 0 && words.length < 3 && words.every((word) => placeOf(word) !== undefined)
}

/** "ca. 20 virksomheder", "alueen yritykset": others who are not named. */
export const isUnnamed = (text: string): boolean =>
  (counted.test(text) || unnamed.test(text)) && !hasLegalForm(text)

/** A name with "m.fl." or "ym." behind it: how many letters of it are the name. */
export const nameBeforeOthers = (text: string): number | undefined => unnamedTail.exec(text)?.index

/** A person's name alone, or among the words around it only what they are to the party ("att. Maija Meikäläinen"). */
export const isPerson = (text: string): boolean => !/\d/.test(text) && isPersonsName(text)

/** A number of some register, which goes with the name before it. */
const registered = /^\p{Lu}{0,2}[\s-]?\d[\d\s–-]{5,}$/u

/** What cannot stand alone: a legal form, a unit, a register's number, or one word that only says of what kind something is. */
export const isFragment = (text: string): boolean =>
  formAlone.test(text) || unit.test(text) || registered.test(text) || isBareKind(text) || !nameable.test(text)

/** A name has two letters together or a figure, and does not begin with a bracket. */
const nameable = /^(?![([]).*(?:\p{L}\p{L}|\p{N})/su

const isBareKind = (text: string): boolean => {
  const word = fold(text)
  return organisationWord.exec(word)?.index === 0
}

/** What begins in small letters and has no legal form goes on with the name before. */
export const goesOn = (text: string): boolean => /^\p{Ll}/u.test(text) && !hasLegalForm(text)

const noOne =
  /^(?:ei\s+(?:ole|osatoteuttajia|kumppaneita|muita)|ingen|inga|inget|none|no\s+partners?|n\/a|ikke|not\s+applicable)(?!\p{L})/iu

/** "Ei osatoteuttajia"; or one small word, which among names is nobody ("project"). */
export const isNobody = (text: string): boolean =>
  noOne.test(text) || !/\p{L}/u.test(text) || (/^\p{Ll}+$/u.test(text) && !organisationWord.test(fold(text)))
