import type { AngularFile, AngularNode } from '@ffsd/templates';
import { rawAttributes } from '@ffsd/templates';

/** Whether the node belongs to a text that is translated as a whole: `<p i18n>You have <b *ngIf="on">new</b> mail</p>`. */
export function isTranslated(file: AngularFile, node: AngularNode): boolean {
  for (let above = node.parent; above; above = above.parent) {
    if (above.kind === 'element' && rawAttributes(file.text, above.open).some(({ name }) => name === 'i18n'))
      return true;
  }
  return /<!--\s*i18n/.test(file.text.slice(file.template.start, node.start));
}
