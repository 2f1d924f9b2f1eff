// The page of the difference of two models in Chromium.

import { describe, expect, test } from 'vitest';
import { unionTree } from '../../src/compare/unionTree.ts';
import { trace } from '../../src/index.ts';
import { Dropout, LayerNorm, Linear, type Module, ReLU, Sequential } from '../../src/nn.ts';
import { packed } from '../../src/view/pack.ts';
import { pageOf } from '../../src/view/page/page.ts';
import { traceTree } from '../../src/view/tree/traceTree.ts';
import { item, open, recordOf, row, violations, write } from './viewPages.ts';

describe('the difference of two models', () => {
  const tree = (options: object, name: string) => traceTree(recordOf('gmlp', options), { name });
  const stack = (name: string, ...layers: Module[]) =>
    traceTree(trace(new Sequential(...layers), [{ shape: [1, 6] }]), { name });

  test('added, removed and changed boxes and rows say so', async () => {
    const union = unionTree(
      stack('before', new Linear(6, 8), new LayerNorm(8), new Linear(8, 2)),
      stack('after', new Linear(6, 8), new ReLU(), new Dropout(), new Linear(8, 3)),
    );
    await open(write('union.html', pageOf(packed(union))), async (page) => {
      const states = await page
        .locator('[role=treeitem]')
        .evaluateAll((all) =>
          all.map((one) => [(one as HTMLElement).dataset.path, (one as HTMLElement).dataset.state]),
        );
      expect(Object.fromEntries(states)).toEqual({
        input: 'same',
        0: 'same',
        '1': 'added',
        '1#2': 'removed',
        2: 'added',
        3: 'changed',
        output: 'same',
      });
      for (const [path, state] of states as [string, string][]) {
        expect(await row(page, path).getAttribute('data-state')).toBe(state);
        const label = await item(page, path).getAttribute('aria-label');
        if (state === 'same') expect(label).not.toMatch(/same|added|removed|changed/);
        else expect(label).toContain(state);
      }
      await item(page, '3').click();
      expect(await page.locator('.panel del').first().innerText()).toBe('18');
      expect(await violations(page)).toEqual([]);
    });
  });

  test('the same model twice marks nothing', async () => {
    const union = unionTree(tree({}, 'one'), tree({}, 'two'));
    await open(write('same.html', pageOf(packed(union))), async (page) => {
      const states = await page
        .locator('[data-state]')
        .evaluateAll((all) => [...new Set(all.map((one) => (one as HTMLElement).dataset.state))]);
      expect(states).toEqual(['same']);
      expect(await page.locator('.legend').innerText()).toMatch(/added 0.*removed 0.*changed 0/s);
    });
  });
});
