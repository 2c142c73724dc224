import { m } from "./messages";
import { entryOf } from "./path";

/** What a field is called, for a list of fields such as those that clashed. */
export function fieldName(path: string): string {
  const sections = {
    education: m.education,
    work: m.work,
    projects: m.projects,
    skills: m.skills,
    languages: m.languages,
  };
  const names: Record<string, string> = {
    "basic/name": m.name,
    "basic/sex": m.sex,
    "basic/birth_date": m.birthDate,
    "basic/phone": m.phone,
    "basic/email": m.email,
    "basic/first_job_year": m.firstJobYear,
    "basic/residence": m.residence,
    "basic/status": m.status,
    "basic/political_status": m.politicalStatus,
    "basic/homepage": m.homepage,
    "intention/position": m.position,
    "intention/function": m.function,
    "intention/industry": m.industry,
    "intention/places": m.places,
    "intention/salary": m.salary,
    "intention/employment_type": m.contract,
    "intention/available": m.available,
    self_assessment: m.selfAssessment,
  };
  const entryNames: Record<string, string> = {
    company: m.company,
    position: m.jobTitle,
    department: m.department,
    industry: m.industry,
    school: m.school,
    degree: m.degree,
    major: m.major,
    start: m.start,
    end: m.end,
    current: m.now,
    description: m.describe,
    role: m.role,
    url: m.url,
    level: m.level,
    certificate: m.certificate,
  };
  const within = entryOf(path);
  if (!within) return names[path] ?? path;
  const field = path.split("/")[2] ?? "";
  return `${sections[within.section]} · ${entryNames[field] ?? m.projectName}`;
}
