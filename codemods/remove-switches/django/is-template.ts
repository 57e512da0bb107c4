/** True for the files in which tags of Django or Jinja may stand: markup, mails, and what is named after the language. */
export function isTemplate(path: string): boolean {
  return /\.(?:html?|xhtml|djhtml|jinja2?|j2|txt|xml|svg|tmpl|tpl|mjml|eml)$/.test(path);
}
