import { lookOf, type NumberLook } from './number.ts';
import { attribute, type XmlHandler } from './xml.ts';

/** How each style of a cell shows a number, as `xl/styles.xml` is read by the handler (ECMA-376 §18.8). */
export function styleLooks(): { readonly looks: readonly NumberLook[]; readonly handler: Partial<XmlHandler> } {
  const codes = new Map<number, string>();
  const looks: NumberLook[] = [];
  let inCells = false;
  const handler: Partial<XmlHandler> = {
    open(name, attributes) {
      if (name === 'numFmt')
        codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0);
        looks.push(lookOf(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  };
  return { looks, handler };
}
