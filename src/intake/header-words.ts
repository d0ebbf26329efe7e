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
