import type { PlainField } from './field.ts';

/** Names that forms and spreadsheets give to columns, folded as {@link plainHeader} does; in the languages applicants' sheets come in. */
const WORDS: Readonly<Record<Exclude<PlainField, 'ignore'>, string>> = {
  name: 'name|full name|your name|your full name|candidate|candidate name|applicant|applicant name|what is your name|nombre completo|nome completo|nom complet|vollstandiger name|vor und nachname|imie i nazwisko|氏名|名前|お名前|姓名|имя и фамилия|фио|الاسم|الاسم الكامل|نام|이름|성명',
  'first-name': 'first name|firstname|given name|given names|forename|vorname|prenom|nombre|primeiro nome|imie|voornaam|fornamn|fornavn|имя|名',
  'last-name': 'last name|lastname|surname|family name|nachname|familienname|nom de famille|apellido|apellidos|sobrenome|apelido|nazwisko|achternaam|efternamn|etternavn|фамилия|姓',
  email: 'email|e mail|mail|email address|e mail address|mail address|your email|your email address|contact email|emailadresse|e mail adresse|adresse e mail|adresse email|courriel|correo|correo electronico|correio eletronico|endereco de email|メール|メールアドレス|邮箱|电子邮件|почта|электронная почта|البريد الإلكتروني|ایمیل|이메일',
  link: 'link|links|url|website|web site|site|homepage|home page|personal website|portfolio|portfolio link|portfolio url|linkedin|linkedin url|linkedin profile|github|github url|github profile|gitlab|profile|profile link|blog',
  handle: 'handle|handles|github handle|github username|github login|gitlab username|username|nickname|twitter|twitter handle|mastodon|discord',
  timezone: 'timezone|time zone|your time zone|your timezone|zeitzone|fuseau horaire|zona horaria|fuso horario|タイムゾーン|时区',
  language: 'language|languages|preferred language|language of messages|sprache|langue|idioma|lingua|言語|语言',
  source: 'source|channel|how did you hear about us|how did you hear about this role|how did you find us|where did you hear about us|where did you find us|referral source|quelle|herkunft|origem|fuente|origine',
  applied: 'applied|applied on|applied at|application date|date applied|date of application|date|timestamp|submitted|submitted at|submitted on|submission date|received|received on|received at|start time|completion time|datum|eingang|eingegangen am|bewerbungsdatum|date de candidature|fecha|data|zeitstempel|horodateur|marca temporal|carimbo de data hora|日時|タイムスタンプ',
  'keep-until': 'keep until|keep_until|consent until|retention until|erase after|retain until|aufbewahren bis|conserver jusqu au',
};

/** Headers that name a field in so many words. */
export const HEADER_WORDS: ReadonlyMap<string, PlainField> = new Map(
  Object.entries(WORDS).flatMap(([field, words]) => words.split('|').map((word) => [plainHeader(word), field as PlainField] as const)),
);

/** A header without case, accents, signs and doubled blanks: `E-Mail: *` is `e mail`. */
export function plainHeader(header: string): string {
  return header.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim().normalize('NFC');
}

/** What stands before the thing that is asked for: “Please enter your …”. */
const ASKING = /^(?:what is|what s|whats|please|enter|give us|write|share|add|provide|state|your|the|a|link to|url of|ihre?|deine?|votre|su|seu|sua) /;

/** Other ways to read a header: without the words that ask, without what stands in brackets. The header itself is the first. */
export function readingsOf(header: string): readonly string[] {
  const readings = [header, header.replace(/[([（].*?[)\]）]/g, ' ')].map(plainHeader);
  return [...new Set(readings.flatMap((reading) => {
    const bare = [reading];
    for (let next = reading; ASKING.test(next);) bare.push((next = next.replace(ASKING, '')));
    return bare;
  }))].filter((reading) => reading !== '');
}

/** The field that a header names, also where it names one in two ways (“GitHub / LinkedIn”); undefined where it names none or several. */
export function fieldOf(header: string): PlainField | undefined {
  const known = (part: string): PlainField | undefined => readingsOf(part).map((reading) => HEADER_WORDS.get(reading)).find((field) => field !== undefined);
  const whole = known(header);
  if (whole !== undefined) return whole;
  const parts = header.split(/\s*(?:[/,|&+]|\bor\b|\band\b|\bund\b|\boder\b|\bou\b)\s*/).filter((part) => part.trim() !== '');
  const fields = new Set(parts.map(known));
  const [only] = fields;
  return parts.length > 1 && fields.size === 1 ? only : undefined;
}
