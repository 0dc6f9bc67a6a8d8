import type { Judgement } from "../profile.ts";
import type { Contact } from "./bsi-view.ts";
import { PRESENT, missing, presentWithNote, wrong } from "./fault.ts";
import { isUrl } from "./judge-link.ts";

const TEXTS = {
  noContact: {
    en: "There is neither an email address nor a URL; a name alone is not enough",
    de: "Es gibt weder E-Mail-Adresse noch URL; ein Name allein genügt nicht",
  },
  badEmail: { en: "{} is no email address", de: "{} ist keine E-Mail-Adresse" },
  badUrl: { en: "{} is no URL", de: "{} ist keine URL" },
  both: {
    en: "Beside the email address the URL {} is not needed: it is for those who have no address",
    de: "Neben der E-Mail-Adresse ist die URL {} nicht nötig: Sie ist für die, die keine Adresse haben",
  },
} as const;

const NO_CONTACT = missing(TEXTS.noContact);

/** Something, one `@`, a domain; nothing that breaks a header. Whether mail arrives only sending it can tell. */
const EMAIL = /^[^\s@<>,;:"]{1,64}@[^\s@<>,;:"/\\.]+(?:\.[^\s@<>,;:"/\\.]+)*$/u;

/** An email address, or else a URL (5.2.1, 5.2.2). */
export function judgeContact({ emails, urls }: Contact): Judgement {
  if (emails.length === 0 && urls.length === 0) return NO_CONTACT;
  const badEmail = emails.find(({ text }) => text.length > 254 || !EMAIL.test(text));
  if (badEmail !== undefined) return wrong(TEXTS.badEmail, badEmail);
  const [url] = urls;
  if (emails.length > 0) return url === undefined ? PRESENT : presentWithNote(TEXTS.both, url);
  if (url === undefined) return NO_CONTACT;
  const badUrl = urls.find(({ text }) => !isUrl(text));
  return badUrl === undefined ? PRESENT : wrong(TEXTS.badUrl, badUrl);
}
