// Arguments: role, name. Answers the visible element whose role is that and whose accessible name is that, or else
// begins with it, or else holds it; null when there is none. An open dialog hides what is behind it.
const [role, name] = arguments;
const implied = {
  a: "link",
  button: "button",
  summary: "button",
  select: "combobox",
  textarea: "textbox",
  h1: "heading",
  h2: "heading",
  h3: "heading",
  h4: "heading",
  dialog: "dialog",
  nav: "navigation",
  main: "main",
  article: "article",
  li: "listitem",
  ul: "list",
  ol: "list",
  option: "option",
};
const inputs = {
  checkbox: "checkbox",
  radio: "radio",
  button: "button",
  submit: "button",
  range: "slider",
  number: "spinbutton",
  search: "searchbox",
};
const roleOf = (element) => {
  const given = element.getAttribute("role");
  if (given) return given;
  const tag = element.localName;
  if (tag === "input") return element.list ? "combobox" : (inputs[element.type] ?? "textbox");
  return implied[tag];
};
const words = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const nameOf = (element) => {
  const by = element.getAttribute("aria-labelledby");
  if (by)
    return words(
      by
        .split(/\s+/)
        .map((id) => document.getElementById(id)?.textContent)
        .join(" "),
    );
  const label = element.getAttribute("aria-label");
  if (label) return words(label);
  if (element.labels?.length) return words([...element.labels].map((one) => one.textContent).join(" "));
  if (["input", "textarea", "select"].includes(element.localName))
    return words(element.placeholder || element.title || (element.type === "submit" ? element.value : ""));
  return words(element.innerText || element.title);
};
const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest("[inert]");
const top = [...document.querySelectorAll("dialog[open], [role=dialog], [role=alertdialog]")].filter(shown).at(-1);
const fits = [...(top ?? document).querySelectorAll("*")].filter((one) => roleOf(one) === role && shown(one));
const wider = top ? [...document.querySelectorAll("*")].filter((one) => roleOf(one) === role && shown(one)) : [];
const best = (list) =>
  list.find((one) => nameOf(one) === name) ??
  list.find((one) => nameOf(one).startsWith(name)) ??
  list.find((one) => nameOf(one).includes(name));
return best(fits) ?? best(wider) ?? null;
