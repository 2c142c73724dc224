import type { CompanySize, RecruiterRegisterRequest } from "../../platform";

/** The form as it is filled: the size may not be chosen yet. */
export type Registration = Omit<RecruiterRegisterRequest, "size"> & { size: CompanySize | null };

/** A field of the form. */
export type RegistrationField = keyof Registration;

/** Least and most characters of each text. Source: S-REC-02 asks for all of the company's. */
const LIMITS: Record<Exclude<RegistrationField, "size">, readonly [least: number, most: number]> = {
  name: [1, 50],
  title: [0, 50],
  company: [2, 100],
  industry: [1, 60],
  address: [1, 200],
  introduction: [1, 2_000],
};

/** An empty form, with what is known already. */
export function emptyRegistration(known: Partial<Registration> = {}): Registration {
  return { name: "", title: "", company: "", industry: "", size: null, address: "", introduction: "", ...known };
}

/** The fields that are plainly wrong, in the order of the form. */
export function registrationProblems(form: Registration): RegistrationField[] {
  const found: RegistrationField[] = [];
  for (const [field, [least, most]] of Object.entries(LIMITS) as [keyof typeof LIMITS, readonly [number, number]][]) {
    const length = [...form[field].trim()].length;
    if (length < least || length > most) found.push(field);
  }
  if (form.size === null) found.push("size");
  return found;
}

/** The request, once nothing is wrong. */
export function registrationRequest(form: Registration): RecruiterRegisterRequest | null {
  const { size } = form;
  if (size === null || registrationProblems(form).length > 0) return null;
  return {
    name: form.name.trim(),
    title: form.title.trim(),
    company: form.company.trim(),
    industry: form.industry.trim(),
    size,
    address: form.address.trim(),
    introduction: form.introduction.trim(),
  };
}
