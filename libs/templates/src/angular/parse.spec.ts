import { describe, expect, it } from 'vitest';
import { isParsedAngular, parseAngular } from './parse.ts';

function parsed(text: string, template?: { readonly start: number; readonly end: number }) {
  const file = parseAngular('page.component.html', text, template);
  if (!isParsedAngular(file)) throw new Error(file.message);
  return file;
}

function placesOf(text: string): readonly string[] {
  return parsed(text).places.map(
    ({ kind, expression, isExact }) => `${kind} ${isExact ? text.slice(expression.start, expression.end) : '?'}`,
  );
}

describe('parseAngular', () => {
  it('knows where every expression stands', () => {
    expect(
      placesOf(
        '<b *ngIf="on; else old" [hidden]="!on" (click)="go(on)">{{ on }}</b>@if (on) {1} @else if (a) {2}@let x = on;',
      ),
    ).toEqual([
      'structural on',
      'structural old',
      'attribute !on',
      'attribute go(on)',
      'output on',
      'test on',
      'test a',
      'let on',
    ]);
  });

  it('keeps the offsets behind line ends of two characters and a byte order mark', () => {
    expect(placesOf('\uFEFF<b\r\n  [a]="x\r\n && y"\r\n>{{ on }}</b>')).toEqual(['attribute x\r\n && y', 'output on']);
  });

  it('says where an entity makes the offsets others', () => {
    expect(placesOf('<b [a]="x &amp;&amp; on">{{ on }}</b>')).toEqual(['attribute ?', 'output on']);
  });

  it('reads a template within other text', () => {
    const text = 'template: `<b *ngIf="on">1</b>`';
    const file = parsed(text, { start: text.indexOf('`') + 1, end: text.length - 1 });
    const [element] = file.nodes;
    expect(element && text.slice(element.start, element.end)).toBe('<b *ngIf="on">1</b>');
    expect(
      element?.kind === 'element' && element.structural && text.slice(element.structural.start, element.structural.end),
    ).toBe('*ngIf="on"');
  });

  it('takes an @ for a character where it begins no block', () => {
    expect(placesOf('<b>me@example.org {{ on }}</b>')).toEqual(['output on']);
    expect(placesOf('<b>@me {{ on }}</b>')).toEqual(['output on']);
  });

  it('lists the names that the template gives a meaning', () => {
    const { declared } = parsed('<b #x *ngFor="let a of list; index as i">{{ a }}</b>@let k = 1;');
    expect([...declared].sort()).toEqual(['a', 'i', 'k', 'x']);
  });

  it('says where a template does not parse', () => {
    expect(parseAngular('page.component.html', '<b>\n{{ a b }}</b>')).toMatchObject({ line: 2 });
  });
});
